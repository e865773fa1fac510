package org.moutracker.agreements.commitment;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;

/** Something that an agreement, or somebody speaking for it, promised. */
@Entity
@CheckReturnValue
public class Commitment {

    @Id
    UUID id;

    @Version
    long version = 1;

    UUID agreementId;
    String code;
    String title;

    @Enumerated(EnumType.STRING)
    CommitmentKind kind;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @Nullable
    String clause;

    @Enumerated(EnumType.STRING)
    CommitmentMode mode;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> obligors;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> beneficiaries;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Body body;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> rule;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Recurrence recurrence;

    @JdbcTypeCode(SqlTypes.JSON)
    List<LegalEventType> unless;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> areas;

    /** What has been done about it, whatever its agreement makes of it. */
    @Enumerated(EnumType.STRING)
    CommitmentStatus progress;

    @Enumerated(EnumType.STRING)
    Hold hold = Hold.FREE;

    @Enumerated(EnumType.STRING)
    CommitmentStatus status;

    /** Which amendment of the agreement gave it its present form. */
    @Nullable
    Integer amendment;

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected Commitment() {}

    public Commitment(UUID agreementId, CommitmentForm form) {
        this(agreementId, form, null);
    }

    /** One that an amendment adds. */
    public Commitment(UUID agreementId, CommitmentForm form, @Nullable Integer amendment) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.amendment = amendment;
        this.code = form.code();
        describe(form);
        this.progress = CommitmentStatus.OPEN;
        this.status = CommitmentStatus.OPEN;
        this.stored = false;
    }

    private void describe(CommitmentForm form) {
        this.title = form.title();
        this.kind = form.kind();
        this.basis = form.basis();
        this.clause = form.clause();
        this.mode = form.mode();
        this.obligors = form.obligors();
        this.beneficiaries = form.beneficiaries();
        this.body = form.body();
        this.rule = form.rule();
        this.recurrence = form.recurrence();
        this.unless = form.unless();
        this.areas = form.areas();
    }

    /** Tells that it is binding on those who signed, as soon as all have. */
    public CommitmentEvent open() {
        return new CommitmentEvent.CommitmentOpened(state(CommitmentStatus.OPEN, version));
    }

    /** Takes note that it was done; empty when that is known already. */
    Optional<CommitmentEvent> reportFulfilled() {
        if (progress.isClosed() || !status.canBecome(CommitmentStatus.REPORTED_FULFILLED)) {
            return Optional.empty();
        }
        progress = CommitmentStatus.REPORTED_FULFILLED;
        status = progress;
        return Optional.of(new CommitmentEvent.CommitmentReportedFulfilled(state(status, version + 1)));
    }

    /** Takes a report back; empty when there is none. */
    Optional<CommitmentEvent> reopen() {
        if (status != CommitmentStatus.REPORTED_FULFILLED) {
            return Optional.empty();
        }
        progress = CommitmentStatus.IN_PROGRESS;
        status = hold.over(progress);
        return Optional.of(new CommitmentEvent.CommitmentReopened(state(status, version + 1)));
    }

    /** Goes the way of its agreement; empty when that changes nothing for it. */
    public Optional<CommitmentEvent> follow(Standing agreement, @Nullable Survival survival) {
        hold = Hold.of(agreement, survival, areas);
        var next = hold.over(progress);
        if (next == status) {
            return Optional.empty();
        }
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s".formatted(status, next));
        }
        status = next;
        var state = state(status, stored ? version + 1 : version);
        return Optional.of(CommitmentEvent.of(state));
    }

    /** Takes over what an amendment makes of it; empty when that is what it was. What has been done about it stays done. */
    public Optional<CommitmentEvent> amend(
            CommitmentForm form, Standing agreement, @Nullable Survival survival, int amendment) {
        if (form.equals(form())) {
            return Optional.empty();
        }
        describe(form);
        this.amendment = amendment;
        hold = Hold.of(agreement, survival, areas);
        status = hold.over(progress);
        return Optional.of(new CommitmentEvent.CommitmentAmended(state(status, version + 1)));
    }

    /** An amendment leaves it out; empty when nothing was owed any more. */
    public Optional<CommitmentEvent> drop(int amendment) {
        if (status.isClosed()) {
            return Optional.empty();
        }
        this.amendment = amendment;
        return Optional.of(close(CommitmentStatus.CANCELLED));
    }

    /** A group has decided that it is done, or need not be done. */
    CommitmentEvent close(CommitmentStatus as) {
        if (!as.isClosed()) {
            throw new IllegalArgumentException(as + " closes nothing");
        }
        if (status.isClosed()) {
            throw new RuleViolated("commitment %s is %s already".formatted(code, status));
        }
        progress = as;
        status = as;
        return CommitmentEvent.of(state(status, version + 1));
    }

    /** That was decided by mistake: it stands where it would stand otherwise. */
    CommitmentEvent restore(CommitmentStatus before) {
        if (!progress.isClosed()) {
            throw new RuleViolated("commitment %s counts again already".formatted(code));
        }
        progress = before;
        status = hold.over(progress);
        return CommitmentEvent.of(state(status, version + 1));
    }

    /** What callers and other services see of it. */
    public CommitmentState state() {
        return state(status, version);
    }

    public CommitmentForm form() {
        return new CommitmentForm(
                code, title, kind, basis, clause, mode, obligors, beneficiaries, body, rule, recurrence, unless, areas);
    }

    private CommitmentState state(CommitmentStatus status, long version) {
        return new CommitmentState(
                id,
                agreementId,
                code,
                title,
                kind,
                basis,
                clause,
                mode,
                obligors,
                beneficiaries,
                status,
                body,
                rule,
                recurrence,
                unless,
                areas,
                amendment,
                version);
    }
}
