package org.moutracker.workinggroups.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionAdopted;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionChanged;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionRejected;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionRevoked;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionVoided;
import org.moutracker.workinggroups.workinggroup.DecisionRule;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;

/** What a group decided, at a meeting or by correspondence, how the sides stood to it, and what follows. */
@Entity
@CheckReturnValue
class Decision {

    @Id
    UUID id;

    @Version
    long version = 1;

    UUID workingGroupId;

    /** Those that the group saw to when it decided. */
    List<UUID> agreements;

    int year;
    int serial;

    /** At which it was decided; null by correspondence. */
    @Nullable
    UUID meetingId;

    LocalDate decidedOn;
    String title;
    String text;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Translation> translations;

    /** By which it was judged: terms that change later judge it no more. */
    @Enumerated(EnumType.STRING)
    DecisionRule rule;

    @JdbcTypeCode(SqlTypes.JSON)
    List<SidePosition> positions;

    @Enumerated(EnumType.STRING)
    DecisionStatus status;

    @Nullable
    String reason;

    @Nullable
    UUID revokedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Outcome> effects;

    @Transient
    boolean stored = true; // false until it was read from the database: what is told of a new one is version 1

    protected Decision() {}

    /**
     * What a group decides.
     *
     * @param serial the next number of the year in which it is decided
     */
    Decision(Locked group, DecisionForm form, LocalDate decidedOn, int serial) {
        id = Ids.next();
        stored = false;
        workingGroupId = group.id();
        agreements = List.copyOf(group.agreements());
        this.decidedOn = decidedOn;
        year = decidedOn.getYear();
        this.serial = serial;
        meetingId = form.meetingId();
        title = form.title().strip();
        text = form.text().strip();
        translations = form.translations();
        rule = group.terms().decisions();
        positions = form.positions();
        var isAdopted = new Positions(positions).adopt(rule, meetingId == null);
        status = isAdopted ? DecisionStatus.ADOPTED : DecisionStatus.REJECTED;
        effects = IntStream.range(0, form.effects().size())
                .mapToObj(i -> isAdopted
                        ? new Outcome(i, form.effects().get(i), EffectStatus.PENDING, null, null)
                        : new Outcome(
                                i, form.effects().get(i), EffectStatus.REFUSED, "the decision was rejected", null))
                .toList();
    }

    String number() {
        return "D-%d-%02d".formatted(year, serial);
    }

    boolean isAdopted() {
        return status == DecisionStatus.ADOPTED;
    }

    /** Tells how it was decided. */
    DecisionEvent decide() {
        return isAdopted() ? new DecisionAdopted(state()) : new DecisionRejected(state());
    }

    /** Notes what came of an effect in the course of the decision itself. */
    void bringsAbout(int index, String subject) {
        replace(effects.get(index).became(EffectStatus.DONE, null, subject));
    }

    /** A later decision of the same group takes it back for the future. */
    DecisionEvent revoke(Decision by, String reason) {
        if (!by.workingGroupId.equals(workingGroupId)) {
            throw new InvalidRequest("by", "is a decision of another group");
        }
        if (by.id.equals(id)) {
            throw new InvalidRequest("by", "must be another decision");
        }
        if (by.status != DecisionStatus.ADOPTED) {
            throw new RuleViolated(
                    "%s is %s: only an adopted decision revokes another".formatted(by.number(), by.status));
        }
        if (by.decidedOn.isBefore(decidedOn)) {
            throw new InvalidRequest("by", "was decided before %s".formatted(number()));
        }
        become(DecisionStatus.REVOKED, "revoked");
        revokedBy = by.id;
        this.reason = reason;
        return new DecisionRevoked(state());
    }

    /**
     * It was entered by mistake.
     *
     * @param undone what became of its effects, as far as that is known here
     */
    DecisionEvent makeVoid(String reason, List<Outcome> undone) {
        become(DecisionStatus.VOIDED, "voided");
        this.reason = reason;
        undone.forEach(this::replace);
        return new DecisionVoided(state());
    }

    /** Notes what agreements-service made of an effect; empty when that is known. */
    Optional<DecisionEvent> answer(int index, EffectStatus became, @Nullable String because, @Nullable String subject) {
        if (index < 0 || index >= effects.size() || !effects.get(index).isElsewhere()) {
            return Optional.empty();
        }
        var next = effects.get(index).became(became, because, subject);
        if (next.equals(effects.get(index))) {
            return Optional.empty();
        }
        replace(next);
        return Optional.of(new DecisionChanged(state()));
    }

    private void replace(Outcome outcome) {
        var all = new ArrayList<>(effects);
        all.set(outcome.index(), outcome);
        effects = List.copyOf(all);
    }

    private void become(DecisionStatus next, String word) {
        if (!status.canBecome(next)) {
            throw new RuleViolated("a decision that is %s cannot be %s".formatted(status, word));
        }
        status = next;
    }

    private DecisionState state() {
        return state(stored ? version + 1 : version);
    }

    /** As callers see it. */
    DecisionState seen() {
        return state(version);
    }

    private DecisionState state(long version) {
        return new DecisionState(
                id,
                workingGroupId,
                agreements,
                number(),
                meetingId,
                decidedOn,
                title,
                text,
                Objects.requireNonNullElse(translations, Map.of()),
                rule,
                positions,
                status,
                reason,
                revokedBy,
                effects,
                version);
    }
}
