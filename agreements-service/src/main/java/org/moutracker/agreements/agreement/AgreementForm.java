package org.moutracker.agreements.agreement;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Area.Directed;
import org.moutracker.agreements.commitment.CommitmentChains;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Term;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/**
 * An agreement as a caller describes it, when it is registered and when it is changed.
 *
 * @param legalEvents what happened beside the signatures; only when it is registered
 */
@Schema(
        name = "AgreementForm",
        description =
                "An agreement. With signatures of every side it is SIGNED, be the day known or not; else a DRAFT.")
public record AgreementForm(
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}",
                message = "must be 1 to 64 letters, digits, dots, dashes, underscores or slashes")
        @Schema(description = "Your own name for it, unique in the register", examples = "PK-PS-2025-HEALTH")
        String reference,

        @NotEmpty
        @Size(max = 20)
        @Schema(
                description = "By BCP 47 language",
                examples = "{\"en\": \"Memorandum of Understanding on health cooperation\"}")
        Map<String, @NotBlank @Size(max = 500) String> title,

        @NotNull AgreementType type,
        @Schema(defaultValue = "UNSPECIFIED") Bindingness bindingness,
        @Size(min = 2, max = 50) List<@NotNull @Valid PartyForm> parties,
        @Size(max = 100) List<@NotNull @Valid Signature> signatures,
        @Size(max = 100) List<@NotNull @Valid Area> areas,
        @Schema(nullable = true) @Valid @Nullable EntryIntoForce entryIntoForce,
        @Schema(nullable = true) @Valid @Nullable Term term,
        @Schema(nullable = true) @Nullable Survival survival,

        @Size(max = 50) @Schema(examples = "[\"CPEC\", \"BRI\"]")
        List<@NotBlank @Size(max = 200) String> initiatives,

        @Size(max = 100) List<@NotNull @Valid Source> sources,
        @Size(max = 200) List<@NotNull @Valid CommitmentForm> commitments,
        @Size(max = 200) List<@NotNull @Valid LegalEventForm> legalEvents,
        @Size(max = 20) List<@NotNull @Valid ExternalIdentifier> externalIdentifiers) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public AgreementForm {
        bindingness = requireNonNullElse(bindingness, Bindingness.UNSPECIFIED);
        parties = requireNonNullElse(parties, List.of());
        signatures = requireNonNullElse(signatures, List.of());
        areas = requireNonNullElse(areas, List.of());
        initiatives = requireNonNullElse(initiatives, List.of());
        sources = requireNonNullElse(sources, List.of());
        commitments = requireNonNullElse(commitments, List.of());
        legalEvents = requireNonNullElse(legalEvents, List.of());
        externalIdentifiers = requireNonNullElse(externalIdentifiers, List.of());
    }

    /** Refuses what is wrong beyond single fields. */
    public void check() {
        var violations = new ArrayList<Violation>();
        for (var language : title.keySet()) {
            if (!isLanguage(language)) {
                violations.add(new Violation("title." + language, "must be a BCP 47 language tag such as en or ur-PK"));
            }
        }
        var codes = parties.stream().map(PartyForm::code).collect(toSet());
        checkParties(codes, violations);
        checkSignatures(codes, violations);
        for (var i = 0; i < areas.size(); i++) {
            if (areas.get(i).direction() instanceof Directed(var from, var to)) {
                stranger("areas[" + i + "].direction.from", from, codes, violations);
                stranger("areas[" + i + "].direction.to", to, codes, violations);
            }
        }
        checkTerms(violations);
        ExternalIdentifier.check(externalIdentifiers, violations);
        var names = areas.stream().map(Area::name).collect(toSet());
        checkCommitments(codes, names, violations);
        for (var i = 0; i < legalEvents.size(); i++) {
            violations.addAll(legalEvents.get(i).violations("legalEvents[" + i + "].", codes, names));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private void checkTerms(List<Violation> violations) {
        if (entryIntoForce != null) {
            entryIntoForce.check("entryIntoForce", sides(), violations);
        }
        if (term != null) {
            term.check("term", violations);
        }
        var signed = lastSignature();
        if (signed.isPresent()
                && entryIntoForce != null
                && entryIntoForce.on() != null
                && entryIntoForce.on().isBefore(signed.get())) {
            violations.add(
                    new Violation("entryIntoForce.on", "must not be before the last signature, " + signed.get()));
        }
        if (signed.isPresent()
                && term != null
                && term.until() != null
                && term.until().isBefore(signed.get())) {
            violations.add(new Violation("term.until", "must not be before the last signature, " + signed.get()));
        }
    }

    private Optional<LocalDate> lastSignature() {
        return signatures.stream()
                .map(Signature::signedOn)
                .flatMap(Stream::ofNullable)
                .flatMap(day -> day.day().stream())
                .max(naturalOrder());
    }

    private void checkParties(Set<String> codes, List<Violation> violations) {
        var seen = new HashSet<String>();
        for (var i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            if (!seen.add(party.code())) {
                violations.add(new Violation("parties[" + i + "].code", "is the code of another party already"));
            }
            violations.addAll(party.organization().violations("parties[" + i + "].organization"));
        }
        if (codes.size() > 1 && sides() < 2) {
            violations.add(new Violation("parties", "must stand on two sides at least"));
        }
    }

    private long sides() {
        return parties.stream()
                .map(party -> requireNonNullElse(party.side(), party.code()))
                .distinct()
                .count();
    }

    private void checkSignatures(Set<String> codes, List<Violation> violations) {
        var seen = new HashSet<String>();
        for (var i = 0; i < signatures.size(); i++) {
            var party = signatures.get(i).party();
            stranger("signatures[" + i + "].party", party, codes, violations);
            if (!seen.add(party)) {
                violations.add(new Violation("signatures[" + i + "].party", "has signed already"));
            }
        }
    }

    private void checkCommitments(Set<String> codes, Set<String> areas, List<Violation> violations) {
        var seen = new HashSet<String>();
        for (var i = 0; i < commitments.size(); i++) {
            var commitment = commitments.get(i);
            if (!seen.add(commitment.code())) {
                violations.add(
                        new Violation("commitments[" + i + "].code", "is the code of another commitment already"));
            }
            violations.addAll(commitment.violations("commitments[" + i + "]", codes, areas));
        }
        violations.addAll(CommitmentChains.violations("commitments", commitments));
    }

    static void stranger(String field, String code, Set<String> parties, List<Violation> violations) {
        if (!parties.contains(code)) {
            violations.add(new Violation(field, "is not the code of a party of this agreement"));
        }
    }

    /** Whether it is a BCP 47 tag that names a language. */
    public static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
