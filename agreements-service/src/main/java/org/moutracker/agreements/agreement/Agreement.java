package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementEvent.AgreementChanged;
import org.moutracker.agreements.agreement.AgreementState.PartyState;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Life;
import org.moutracker.agreements.life.Line;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Term;
import org.moutracker.agreements.life.Terms;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.OrganizationForm;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** What two or more sides agreed on. */
@Entity
@CheckReturnValue
class Agreement implements Historic {

    @Id
    UUID id;

    @Version
    long version = 1;

    String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<String, String> title;

    @Enumerated(EnumType.STRING)
    AgreementType type;

    @Enumerated(EnumType.STRING)
    Bindingness bindingness;

    @Enumerated(EnumType.STRING)
    AgreementStatus status = AgreementStatus.DRAFT;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Party> parties;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Signature> signatures = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Area> areas;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> initiatives;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Source> sources;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<ExternalIdentifier> externalIdentifiers = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    EntryIntoForce entryIntoForce;

    @Nullable
    LocalDate enteredIntoForceOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Term term;

    /** What amendments took the place of, oldest first. */
    @JdbcTypeCode(SqlTypes.JSON)
    @NotInHistory
    @Mutability(Immutability.class)
    List<FormerTerms> formerTerms = List.of();

    /** Which amendment the present terms come from. */
    @Nullable
    @NotInHistory
    Integer termsAmendment;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    @NotInHistory
    AppliedAmendment lastAmendment;

    /** The next day on which an amendment takes effect that all sides have consented to. */
    @Nullable
    @NotInHistory
    LocalDate nextAmendmentOn;

    @Enumerated(EnumType.STRING)
    @Nullable
    Survival survival;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<AnchorEvent, PartialDate> facts = Map.of();

    /** What the ledger made of it when it was settled last. */
    @JdbcTypeCode(SqlTypes.JSON)
    @NotInHistory
    @Mutability(Immutability.class)
    Standing standing = new Standing(status, facts, List.of(), null, List.of(), List.of(), List.of(), null, null, null);

    /** Until which day its life has been told. */
    @NotInHistory
    LocalDate settledOn = Listing.UNKNOWN;

    /** When something changes by itself. */
    @Nullable
    @NotInHistory
    Instant nextTransitionAt;

    // Arrays and not lists: a list of texts is a JSON column elsewhere in this class, and the two must not be mixed up.
    @NotInHistory
    String[] partyCodes;

    @NotInHistory
    String[] areaNames;

    @NotInHistory
    String[] externalNames = {};

    @Embedded
    @NotInHistory
    Listing listing = new Listing();

    @NotInHistory
    Instant registeredAt;

    @NotInHistory
    Instant changedAt;

    /** When it was taken over from records that are older than the register; null where it was registered as such. */
    @Nullable
    Instant importedAt;

    @Embedded
    @Nullable
    Mistake mistake;

    /** The agreements that were merged into it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<UUID> duplicates = List.of();

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected Agreement() {}

    Agreement(AgreementForm form, List<Organization> organizations, Instant now) {
        this.id = Ids.next();
        this.stored = false;
        this.registeredAt = now;
        draft(form, organizations);
        describe(form, organizations);
        changedAt = now;
    }

    /** One that is taken over from older records: what was to be done before now is nobody's alert. */
    static Agreement imported(AgreementForm form, List<Organization> organizations, Instant now) {
        var agreement = new Agreement(form, organizations, now);
        // No finer than a row keeps it, so that what is told first is what is told later.
        agreement.importedAt = now.truncatedTo(ChronoUnit.MILLIS);
        return agreement;
    }

    /** Takes over a draft's new form; the signatures that it has stay, however they are described. */
    void redraft(AgreementForm form, List<Organization> organizations, Instant now) {
        draft(form, organizations);
        signatures = form.signatures();
        describe(form, organizations);
        changedAt = now;
    }

    private void draft(AgreementForm form, List<Organization> organizations) {
        reference = form.reference();
        type = form.type();
        var named = new ArrayList<Party>();
        for (var i = 0; i < form.parties().size(); i++) {
            var party = form.parties().get(i);
            named.add(new Party(
                    party.code(),
                    Objects.requireNonNullElse(party.side(), party.code()),
                    organizations.get(i).id(),
                    party.onBehalfOf()));
        }
        parties = named;
        entryIntoForce = form.entryIntoForce();
        term = form.term();
        survival = form.survival();
        partyCodes = parties.stream().map(Party::code).toArray(String[]::new);
    }

    private void describe(AgreementForm form, List<Organization> organizations) {
        title = new TreeMap<>(form.title());
        bindingness = form.bindingness();
        areas = form.areas();
        initiatives = form.initiatives();
        sources = form.sources();
        externalIdentifiers = form.externalIdentifiers();
        externalNames = ExternalIdentifier.written(externalIdentifiers);
        areaNames = areas.stream().map(Area::name).distinct().toArray(String[]::new);
        listing.describe(this, organizations);
    }

    /** Records that a party signed, in the ledger line that is returned; see {@link Settling} for what follows. */
    LegalEvent sign(Signature signature, LegalEvent.Recording recording) {
        if (!codes().contains(signature.party())) {
            throw new IllegalArgumentException("checked before: " + signature.party() + " is no party");
        }
        if (signatures.stream().anyMatch(known -> known.party().equals(signature.party()))) {
            throw new RuleViolated("%s has signed already".formatted(signature.party()));
        }
        if (status.isOver()) {
            throw new RuleViolated("an agreement that is %s cannot be signed".formatted(status));
        }
        var more = new ArrayList<>(signatures);
        more.add(signature);
        signatures = more;
        changedAt = recording.at();
        return LegalEvent.signed(id, signature, recording);
    }

    /** Takes over what its ledger makes of it. */
    void settled(Life life, List<Line> recorded, LocalDate day, Optional<Instant> next, Instant now) {
        standing = life.standing();
        status = standing.status();
        facts = standing.facts();
        enteredIntoForceOn = standing.enteredIntoForceOn();
        signatures = signatures.stream()
                .flatMap(signature -> recorded.stream()
                        .filter(line -> line.type() == LegalEventType.SIGNED
                                && signature.party().equals(line.party()))
                        .findFirst()
                        .map(line -> signature.on(line.occurredOn()))
                        .stream())
                .toList();
        listing.settle(facts, signatures, enteredIntoForceOn);
        settledOn = day;
        nextTransitionAt = next.orElse(null);
        changedAt = now;
    }

    /** Whether others know of it: a draft, abandoned or not, is nobody else's business. */
    boolean isTold() {
        return !isDraft() && isSignedByAll();
    }

    /** What was agreed about its life, now and before. */
    Terms terms() {
        return terms(agreed());
    }

    /** What would be agreed about its life if others held from a day on, or always had when there is none. */
    Terms terms(@Nullable EntryIntoForce otherEntry, @Nullable Term otherTerm, @Nullable LocalDate from) {
        return terms(
                from == null
                        ? new AgreedTerms(formerTerms, otherEntry, otherTerm, termsAmendment)
                        : agreed().amended(otherEntry, otherTerm, from, null));
    }

    private AgreedTerms agreed() {
        return new AgreedTerms(formerTerms, entryIntoForce, term, termsAmendment);
    }

    private Terms terms(AgreedTerms agreed) {
        var sides = new LinkedHashMap<String, String>();
        parties.forEach(party -> sides.put(party.code(), party.side()));
        return agreed.terms(sides, List.of(areaNames));
    }

    /** Takes over what an amendment makes of it; what is corrected was never otherwise. */
    void amend(AgreementForm form, List<Organization> organizations, AppliedAmendment amendment, Instant now) {
        type = form.type();
        amendTerms(form.entryIntoForce(), form.term(), amendment);
        survival = form.survival();
        lastAmendment = amendment;
        describe(form, organizations);
        changedAt = now;
    }

    private void amendTerms(@Nullable EntryIntoForce otherEntry, @Nullable Term otherTerm, AppliedAmendment amendment) {
        if (Objects.equals(otherEntry, entryIntoForce) && Objects.equals(otherTerm, term)) {
            return;
        }
        if (amendment.instrument() != Instrument.CORRECTION) {
            formerTerms = agreed().amended(otherEntry, otherTerm, amendment.effectiveOn(), amendment.number())
                    .former();
        }
        entryIntoForce = otherEntry;
        term = otherTerm;
        termsAmendment = amendment.number();
    }

    /** Notes when the next amendment takes effect, and that it must be looked after by then. */
    void awaitAmendment(@Nullable LocalDate next, @Nullable Instant from) {
        nextAmendmentOn = next;
        if (from != null && (nextTransitionAt == null || from.isBefore(nextTransitionAt))) {
            nextTransitionAt = from;
        }
    }

    /**
     * Takes over what is new about its organizations; its times may be others in other zones, so they are looked at again
     * unless it is void and has none.
     */
    Optional<AgreementChanged> follow(List<Organization> organizations, Instant now) {
        listing.describe(this, organizations);
        changedAt = now;
        nextTransitionAt = mistake == null ? now : null;
        return isTold() ? Optional.of(new AgreementChanged(state(standing, organizations))) : Optional.empty();
    }

    /** Changes what describes a signed agreement: everything that is not its legal terms. */
    AgreementChanged change(AgreementForm form, List<Organization> organizations, Instant now) {
        signatures = form.signatures();
        describe(form, organizations);
        changedAt = now;
        return new AgreementChanged(state(standing, organizations));
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.AGREEMENT, id, id, reference, mistake == null ? null : mistake.voidReason());
    }

    /** Refuses what cannot be done with what was registered by mistake. */
    void requireStands() {
        if (mistake != null) {
            throw new RuleViolated(
                    mistake.mergedInto() == null
                            ? "the agreement %s was registered by mistake and is void".formatted(reference)
                            : "the agreement %s is void: it was merged into %s"
                                    .formatted(reference, mistake.mergedInto()));
        }
    }

    /** Says that it was registered by mistake; answers what is told of that. */
    AgreementEvent makeVoid(Mistake mistake, List<Organization> organizations) {
        requireStands();
        this.mistake = mistake;
        standing = standing.voided(mistake.because());
        status = standing.status();
        nextTransitionAt = null;
        changedAt = mistake.voidedAt();
        var state = state(standing, organizations);
        return mistake.mergedInto() == null
                ? new AgreementEvent.AgreementVoided(state)
                : new AgreementEvent.AgreementMerged(state);
    }

    /** Takes the place of another one that is a duplicate. */
    void absorb(Agreement duplicate) {
        requireStands();
        duplicates = Stream.concat(duplicates.stream(), Stream.of(duplicate.id)).toList();
    }

    /** That other one was no duplicate. */
    void release(Agreement other) {
        duplicates = duplicates.stream().filter(id -> !id.equals(other.id)).toList();
    }

    /** It was no mistake: stands again, where its ledger puts it as soon as it is settled. */
    void reinstate(Instant now) {
        if (mistake == null) {
            throw new RuleViolated("the agreement %s is not void".formatted(reference));
        }
        mistake = null;
        changedAt = now;
    }

    boolean isDraft() {
        return status == AgreementStatus.DRAFT;
    }

    boolean isSignedByAll() {
        return unsignedSides().isEmpty();
    }

    Set<String> codes() {
        return Set.of(partyCodes);
    }

    /** The areas that a legal event can name: also one that is suspended and is not listed any more. */
    Set<String> areasToName() {
        var names = new TreeSet<>(List.of(areaNames));
        var suspension = standing.suspension();
        if (suspension != null) {
            names.addAll(suspension.areas());
        }
        return names;
    }

    Set<String> sides() {
        return parties.stream().map(Party::side).collect(toCollection(TreeSet::new));
    }

    /** Those behind its parties, each once, in the order in which the database sorts them. */
    List<UUID> organizationIds() {
        return parties.stream()
                .map(Party::organizationId)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    Set<String> sidesOf(Collection<String> codes) {
        return parties.stream()
                .filter(party -> codes.contains(party.code()))
                .map(Party::side)
                .collect(toSet());
    }

    private Set<String> unsignedSides() {
        var unsigned = sides();
        unsigned.removeAll(sidesOf(signatures.stream().map(Signature::party).toList()));
        return unsigned;
    }

    /** The form that would describe it as it is, to which a change is applied. */
    AgreementForm form(List<CommitmentForm> commitments) {
        return new AgreementForm(
                reference,
                title,
                type,
                bindingness,
                parties.stream()
                        .map(party -> new PartyForm(
                                party.code(),
                                party.side(),
                                OrganizationForm.known(party.organizationId()),
                                party.onBehalfOf()))
                        .toList(),
                signatures,
                areas,
                entryIntoForce,
                term,
                survival,
                initiatives,
                sources,
                commitments,
                List.of(),
                externalIdentifiers);
    }

    AgreementState state(Standing as, List<Organization> organizations) {
        return new AgreementState(
                id,
                reference,
                title,
                type,
                bindingness,
                as.status(),
                parties.stream()
                        .map(party -> new PartyState(
                                party.code(),
                                party.side(),
                                party.onBehalfOf(),
                                organizations.stream()
                                        .filter(organization ->
                                                organization.asRegistered().equals(party.organizationId()))
                                        .findAny()
                                        .orElseThrow()))
                        .toList(),
                as.facts(),
                as.happened(),
                as.suspension(),
                as.suspensions(),
                as.times(),
                lastAmendment,
                importedAt,
                mistake == null ? null : mistake.mergedInto(),
                stored ? version + 1 : version);
    }
}
