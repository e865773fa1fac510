package org.moutracker.agreements.commitment.history;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.platform.messaging.Ids;

/** A line of a commitment's history: what was said or decided about it. Never changed, never removed. */
@Entity
@Immutable
public class CommitmentEntry implements Historic {

    private static final String SYSTEM = "system";

    @Id
    UUID id;

    UUID commitmentId;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    @Nullable
    String party;

    @Nullable
    String side;

    @Column(name = "said_on")
    @Nullable
    LocalDate on;

    @Nullable
    String text;

    @Nullable
    BigDecimal value;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Evidence> evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    OnBehalf onBehalf;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AgreeingWord> words;

    @Enumerated(EnumType.STRING)
    @NotInHistory
    CommitmentStatus statusBefore;

    @Enumerated(EnumType.STRING)
    @NotInHistory
    CommitmentStatus statusAfter;

    @NotInHistory
    Instant recordedAt;

    @NotInHistory
    String recordedBy;

    /** Null once it was read: it is only added to a history. */
    @Transient
    @Nullable
    About about;

    protected CommitmentEntry() {}

    public CommitmentEntry(About about, EntryKind kind, Said said, Change change, Instant at, String by) {
        this.id = Ids.next();
        this.about = about;
        this.commitmentId = about.commitment();
        this.kind = kind;
        this.party = said.party();
        this.side = said.side();
        this.on = said.on();
        this.text = said.text();
        this.value = said.value();
        this.evidence = said.evidence();
        this.onBehalf = said.onBehalf();
        this.words = said.words();
        this.statusBefore = change.before();
        this.statusAfter = change.after();
        this.recordedAt = at;
        this.recordedBy = by;
    }

    /** The commitment that it is about. */
    public record About(UUID commitment, UUID agreement, String code) {}

    @Override
    public Place inHistory() {
        var of = requireNonNull(about, "it never changes");
        return new Place(
                HistoryKind.STATEMENT, of.agreement(), id, kind + " " + of.code(), kind.saysWhy() ? text : null);
    }

    /** Where the commitment stood before and after. */
    public record Change(CommitmentStatus before, CommitmentStatus after) {}

    /** What follows from something else is nobody's record. */
    public static CommitmentEntry bySystem(
            About about, EntryKind kind, @Nullable String because, Change change, Instant at) {
        return new CommitmentEntry(about, kind, Said.because(because), change, at, SYSTEM);
    }

    /** A side has been silent for so long that it confirms by it, as of that day. */
    public static CommitmentEntry bySilence(About about, String side, LocalDate on, Change change, Instant at) {
        var said = new Said(
                null,
                side,
                on,
                "it was told that this is reported fulfilled, and was silent for the agreed time",
                null,
                List.of(),
                null,
                List.of());
        return new CommitmentEntry(about, EntryKind.CONFIRMED_BY_SILENCE, said, change, at, SYSTEM);
    }
}
