package org.moutracker.agreements.amendment;

import static org.moutracker.agreements.amendment.AmendmentStatus.AGREED;
import static org.moutracker.agreements.amendment.AmendmentStatus.BLOCKED;
import static org.moutracker.agreements.amendment.AmendmentStatus.IN_EFFECT;
import static org.moutracker.agreements.amendment.AmendmentStatus.LAPSED;
import static org.moutracker.agreements.amendment.AmendmentStatus.PROPOSED;
import static org.moutracker.agreements.amendment.AmendmentStatus.WITHDRAWN;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AppliedAmendment;
import org.moutracker.agreements.agreement.Difference;
import org.moutracker.agreements.agreement.Instrument;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.Life;
import org.moutracker.agreements.life.Terms;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;

/**
 * What the parties change of their agreement. Its consents are read like the signatures and notifications of an agreement
 * of its own, so that one engine says when either takes effect.
 */
@Entity
class Amendment implements Historic {

    @Id
    UUID id;

    @Version
    long version = 1;

    @NotInHistory
    UUID agreementId;

    int number;

    @Enumerated(EnumType.STRING)
    Instrument instrument;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> title;

    @Nullable
    String clause;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, @Nullable Object> changes;

    @JdbcTypeCode(SqlTypes.JSON)
    EntryIntoForce takesEffect;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Consent> consents = List.of();

    @Enumerated(EnumType.STRING)
    AmendmentStatus status = PROPOSED;

    @Nullable
    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Difference> differences = List.of();

    /** Why it was withdrawn, has lapsed or cannot be applied. */
    @Nullable
    String because;

    @NotInHistory
    Instant proposedAt;

    @NotInHistory
    Instant changedAt;

    protected Amendment() {}

    Amendment(UUID agreementId, int number, AmendmentForm form, Instant now) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.number = number;
        this.proposedAt = now;
        describe(form, now);
    }

    private void describe(AmendmentForm form, Instant now) {
        instrument = form.instrument();
        title = new TreeMap<>(form.title());
        clause = form.clause();
        changes = form.changes();
        takesEffect = form.takesEffect();
        changedAt = now;
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.AMENDMENT, agreementId, id, "no. " + number, because);
    }

    AmendmentForm form() {
        return new AmendmentForm(title, instrument, clause, changes, takesEffect, consents);
    }

    /** Takes over another wording, on which nobody has agreed yet. */
    void redraft(AmendmentForm form, Instant now) {
        if (status != PROPOSED) {
            throw new RuleViolated("an amendment that is %s cannot be reworded".formatted(status));
        }
        if (!consents.isEmpty()) {
            throw new RuleViolated("%s has consented to these words: withdraw the amendment and propose another"
                    .formatted(consents.getFirst().party()));
        }
        describe(form, now);
    }

    /** Puts right what keeps it from being applied; the words that were agreed on stay. */
    void unblock(Map<String, @Nullable Object> otherChanges, Instant now) {
        if (status != BLOCKED) {
            throw new IllegalStateException("only what is blocked can be unblocked");
        }
        changes = otherChanges;
        changedAt = now;
    }

    /** Records that a party consented, or on which day if that was not known, and looks what follows from it. */
    void consent(Consent consent, Map<String, String> sides, LocalDate today, Instant now) {
        if (!status.takesConsents()) {
            throw new RuleViolated("an amendment that is %s takes no consents".formatted(status));
        }
        if (consents.stream().anyMatch(known -> known.isLike(consent) && known.isDated())) {
            throw new RuleViolated("the %s of %s is recorded already"
                    .formatted(consent.kind().name().toLowerCase(Locale.ROOT), consent.party()));
        }
        var more = new ArrayList<>(consents);
        more.removeIf(consent::isLike);
        more.add(consent);
        consents = more;
        var life = life(sides, today);
        if (status == PROPOSED && life.standing().status() != AgreementStatus.DRAFT) {
            become(AGREED, now);
        }
        effectiveOn = Optional.ofNullable(life.standing().enteredIntoForceOn())
                .or(life::next)
                .orElse(null);
        changedAt = now;
    }

    /** What must happen before it takes effect, each as the end of "waiting for …". */
    List<String> waitingFor(Map<String, String> sides, LocalDate today) {
        return status.takesConsents() ? life(sides, today).standing().waitingFor() : List.of();
    }

    private Life life(Map<String, String> sides, LocalDate today) {
        return Life.of(
                new Terms(sides, List.of(), takesEffect, null),
                consents.stream().map(Consent::line).toList(),
                today);
    }

    boolean isDue(LocalDate today) {
        return status == AGREED && effectiveOn != null && !effectiveOn.isAfter(today);
    }

    LocalDate effectiveDay() {
        return Objects.requireNonNull(effectiveOn, "checked before: its day is known");
    }

    /** Its day has come, and this is what it comes to. */
    AppliedAmendment takeEffect(List<Difference> applied, Instant now) {
        become(IN_EFFECT, now);
        differences = List.copyOf(applied);
        because = null;
        return new AppliedAmendment(number, instrument, effectiveDay(), differences);
    }

    /** Its day has come, but what it changes is not there as it was. */
    void block(String why, Instant now) {
        if (status != BLOCKED) {
            become(BLOCKED, now);
        }
        because = why;
        changedAt = now;
    }

    void lapse(Instant now) {
        become(LAPSED, now);
        because = "the agreement ended before %s".formatted(effectiveDay());
    }

    void withdraw(String why, Instant now) {
        if (!status.canBecome(WITHDRAWN)) {
            throw new RuleViolated("an amendment that is %s cannot be withdrawn".formatted(status));
        }
        become(WITHDRAWN, now);
        because = why;
    }

    private void become(AmendmentStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s".formatted(status, next));
        }
        status = next;
        changedAt = now;
    }
}
