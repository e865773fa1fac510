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
import org.moutracker.platform.messaging.Ids;

/** Why the register rests on one statement and not on others; the newest of a fact counts. Never changed, never removed. */
@Entity
@Immutable
@Table(name = "source_choice")
class Choice implements Historic {

    @Id
    UUID id;

    UUID statementId;

    @NotInHistory
    UUID agreementId;

    String fact;
    String because;

    @NotInHistory
    Instant chosenAt;

    @NotInHistory
    String chosenBy;

    protected Choice() {}

    Choice(SourceStatement statement, String because, Instant now, String who) {
        this.id = Ids.next();
        this.statementId = statement.id;
        this.agreementId = statement.agreementId;
        this.fact = statement.fact;
        this.because = because;
        chosenAt = now;
        chosenBy = who;
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.SOURCE_CHOICE, agreementId, id, fact, because);
    }
}
