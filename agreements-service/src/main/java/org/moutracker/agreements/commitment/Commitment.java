package org.moutracker.agreements.commitment;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;

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

    @Enumerated(EnumType.STRING)
    CommitmentStatus status;

    protected Commitment() {}

    public Commitment(UUID agreementId, CommitmentForm form) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.code = form.code();
        this.title = form.title();
        this.kind = form.kind();
        this.basis = form.basis();
        this.clause = form.clause();
        this.mode = form.mode();
        this.obligors = form.obligors();
        this.beneficiaries = form.beneficiaries();
        this.body = form.body();
        this.rule = form.rule();
        this.status = CommitmentStatus.OPEN;
    }

    /** Tells that it is binding on those who signed, as soon as all have. */
    public CommitmentEvent open() {
        return new CommitmentEvent.CommitmentOpened(state(version));
    }

    /** Takes note that it was done; empty when that is known already. */
    Optional<CommitmentEvent> reportFulfilled() {
        if (!status.canBecome(CommitmentStatus.REPORTED_FULFILLED)) {
            return Optional.empty();
        }
        status = CommitmentStatus.REPORTED_FULFILLED;
        return Optional.of(new CommitmentEvent.CommitmentReportedFulfilled(state(version + 1)));
    }

    /** Takes a report back; empty when there is none. */
    Optional<CommitmentEvent> reopen() {
        if (status != CommitmentStatus.REPORTED_FULFILLED) {
            return Optional.empty();
        }
        status = CommitmentStatus.IN_PROGRESS;
        return Optional.of(new CommitmentEvent.CommitmentReopened(state(version + 1)));
    }

    /** What callers and other services see of it. */
    public CommitmentState state() {
        return state(version);
    }

    public CommitmentForm form() {
        return new CommitmentForm(code, title, kind, basis, clause, mode, obligors, beneficiaries, body, rule);
    }

    private CommitmentState state(long version) {
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
                version);
    }
}
