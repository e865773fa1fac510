package org.moutracker.agreements.provenance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;

/** That a statement was recorded wrongly. Never changed, never removed. */
@Entity
@Immutable
@Table(name = "source_withdrawal")
class Withdrawal implements Historic {

    @Id
    UUID statementId;

    @NotInHistory
    UUID agreementId;

    String fact;
    String reason;

    @NotInHistory
    Instant withdrawnAt;

    @NotInHistory
    String withdrawnBy;

    protected Withdrawal() {}

    Withdrawal(SourceStatement statement, String reason, Instant now, String who) {
        this.statementId = statement.id;
        this.agreementId = statement.agreementId;
        this.fact = statement.fact;
        this.reason = reason;
        withdrawnAt = now;
        withdrawnBy = who;
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.SOURCE_WITHDRAWAL, agreementId, statementId, fact, reason);
    }
}
