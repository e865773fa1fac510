package org.moutracker.workinggroups.workinggroup;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.LanguageTag;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** The rules that the sides of a group have agreed on, as a whole: what is left out is not agreed any more. */
@Schema(name = "NewTermsOfReference", description = "The rules that a group is to work by, as a whole.")
record TermsForm(
        @Schema(description = "Since when they count; not a day to come.", examples = "2025-11-10", nullable = true)
        @Nullable
        LocalDate effectiveOn,

        @Valid @Schema(nullable = true) @Nullable MeetingRule meetings,

        @Schema(nullable = true, description = "CONSENSUS unless told.") @Nullable
        DecisionRule decisions,

        @Valid @Schema(nullable = true) @Nullable Chairing chairing,

        @Valid @Schema(nullable = true) @Nullable ReportRule reports,

        @Size(max = 20)
        @Schema(description = "The group's working languages (BCP 47).", examples = "[\"en\", \"ur\"]", nullable = true)
        @Nullable
        List<String> languages,

        @Schema(
                description = "The language in which its records are kept: one of its languages.",
                examples = "en",
                nullable = true)
        @Nullable
        String languageOfRecord,

        @Schema(description = "The code of the party that keeps the papers.", examples = "PK", nullable = true)
        @Nullable
        String secretariat,

        @Schema(
                description = "How soon a side names somebody for an empty seat; P30D unless told.",
                examples = "P30D",
                nullable = true)
        @Nullable
        String nominationWithin,

        @Valid @Schema(nullable = true) @Nullable Composition composition,

        @Size(max = 2000)
        @Schema(description = "Where they can be read.", examples = "https://documents.example/tor/2", nullable = true)
        @Nullable
        String document,

        @Size(max = 2000)
        @Schema(
                description = "Why they are as they are.",
                examples = "decision 1 of the first meeting",
                nullable = true)
        @Nullable
        String reason) {

    /** The terms, if they go with the parties of the group. */
    TermsOfReference checked(String under, int version, List<GroupParty> parties) {
        var wrong = new ArrayList<Violation>();
        var codes = parties.stream().map(GroupParty::code).toList();
        var sides = parties.stream().map(GroupParty::side).distinct().toList();
        var check = new Check(under, codes, sides, wrong);
        if (meetings != null) {
            check.meetings(meetings);
        }
        if (chairing != null) {
            check.chairing(chairing);
        }
        if (reports != null) {
            check.period("reports.every", reports.every());
            check.period("reports.within", reports.within());
        }
        check.languages(requireNonNullElse(languages, List.<String>of()), languageOfRecord);
        if (secretariat != null) {
            check.party("secretariat", secretariat);
        }
        if (nominationWithin != null) {
            check.period("nominationWithin", nominationWithin);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        if (document != null) {
            Evidence.requireAddress(under + "document", document);
        }
        var usual = TermsOfReference.USUAL;
        return new TermsOfReference(
                version,
                effectiveOn,
                meetings,
                requireNonNullElse(decisions, usual.decisions()),
                requireNonNullElse(chairing, usual.chairing()),
                reports,
                requireNonNullElse(languages, List.<String>of()),
                languageOfRecord,
                secretariat,
                requireNonNullElse(nominationWithin, usual.nominationWithin()));
    }

    /** Notes whatever is wrong with them. */
    private record Check(String under, List<String> codes, List<String> sides, List<Violation> wrong) {

        private void meetings(MeetingRule meetings) {
            period("meetings.every", meetings.every());
            period("meetings.notice", meetings.notice());
            period("meetings.minutesWithin", meetings.minutesWithin());
            if (meetings.silence() != null) {
                period("meetings.silence", meetings.silence());
            }
            for (var i = 0; i < meetings.hosts().size(); i++) {
                party("meetings.hosts[" + i + "]", meetings.hosts().get(i));
            }
        }

        private void chairing(Chairing chairing) {
            switch (chairing.kind()) {
                case CO_CHAIRS -> {
                    if (chairing.period() != null) {
                        note("chairing.period", "is for a chair that rotates");
                    }
                    if (!chairing.order().isEmpty()) {
                        note("chairing.order", "is for a chair that rotates");
                    }
                }
                case ROTATING -> {
                    if (chairing.period() == null) {
                        note("chairing.period", "must say how long a turn lasts");
                    } else {
                        period("chairing.period", chairing.period());
                    }
                    order(chairing.order());
                }
            }
        }

        private void order(List<String> order) {
            var isWhole = order.size() == sides.size() && order.containsAll(sides);
            if (!order.isEmpty() && !isWhole) {
                note("chairing.order", "must name every side once: " + String.join(", ", sides));
            }
        }

        private void languages(List<String> languages, @Nullable String ofRecord) {
            for (var i = 0; i < languages.size(); i++) {
                if (!LanguageTag.Validator.isLanguage(languages.get(i))) {
                    note("languages[" + i + "]", "must be a BCP 47 language such as ur or ar-PS");
                }
            }
            if (ofRecord != null && !languages.contains(ofRecord)) {
                note("languageOfRecord", "must be one of the languages");
            }
        }

        private void period(String field, String period) {
            if (!Periods.isValid(period)) {
                note(field, Periods.RULE);
            }
        }

        private void party(String field, String code) {
            if (!codes.contains(code)) {
                note(field, "must be a party of the agreement: " + String.join(", ", codes));
            }
        }

        private void note(String field, String message) {
            wrong.add(new Violation(under + field, message));
        }
    }
}
