package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Source.Confidence;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.platform.messaging.Ids;

/** What a source says of one fact of an agreement. Never changed, never removed. */
@Entity
@Immutable
class SourceStatement implements Historic {

    /** Who is trusted most comes first, then who said it last. */
    static final Comparator<SourceStatement> BEST_FIRST = Comparator.<SourceStatement, Confidence>comparing(
                    statement -> statement.confidence)
            .thenComparing(statement -> statement.publishedSort, Comparator.reverseOrder())
            .thenComparing(statement -> statement.id, Comparator.reverseOrder());

    @Id
    UUID id;

    @NotInHistory
    UUID agreementId;

    String fact;

    @NotInHistory
    @Enumerated(EnumType.STRING)
    FactKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode value;

    @JdbcTypeCode(SqlTypes.JSON)
    StatementSource source;

    @NotInHistory
    LocalDate publishedSort;

    @Enumerated(EnumType.STRING)
    Confidence confidence;

    @Nullable
    String note;

    @NotInHistory
    Instant recordedAt;

    @NotInHistory
    String recordedBy;

    protected SourceStatement() {}

    /** @param value as the fact's kind reads it */
    SourceStatement(UUID agreementId, Fact fact, JsonNode value, StatementForm form, Instant now, String who) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.fact = fact.path();
        this.kind = fact.kind();
        this.value = value;
        source = form.source();
        publishedSort = form.source().firstDay();
        confidence = form.confidence();
        note = form.note();
        recordedAt = now;
        recordedBy = who;
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.SOURCE_STATEMENT, agreementId, id, fact, null);
    }

    /** Whether it is the same source that says the same of the same fact. */
    boolean repeats(SourceStatement other) {
        return fact.equals(other.fact)
                && source.equals(other.source)
                && kind == other.kind
                && kind.same(value, other.value);
    }
}
