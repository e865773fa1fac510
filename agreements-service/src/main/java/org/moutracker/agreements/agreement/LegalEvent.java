package org.moutracker.agreements.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.agreements.life.Happening;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Line;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.timerules.PartialDate;

/** A line of an agreement's ledger: what occurred when, and from when it has effect. Never changed, never removed. */
@Entity
@Immutable
class LegalEvent implements Historic {

    @Id
    UUID id;

    @NotInHistory
    UUID agreementId;

    @Enumerated(EnumType.STRING)
    LegalEventType type;

    @Nullable
    String party;

    @Nullable
    String occurredOn;

    @Nullable
    String effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> areas = List.of();

    @Nullable
    String period;

    @Nullable
    String note;

    /** The line that this one corrects. */
    @Nullable
    UUID corrects;

    /** Which of the fields above are the right ones for that line, by name. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Set<String> corrected = Set.of();

    /** That line never happened. */
    @Column(name = "void")
    boolean voids;

    @Nullable
    String reason;

    /** It follows from other lines by a rule, so the system recorded it. */
    boolean derived;

    @NotInHistory
    Instant recordedAt;

    @NotInHistory
    String recordedBy;

    protected LegalEvent() {}

    private LegalEvent(UUID agreementId, LegalEventType type, Recording recording) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.type = type;
        this.recordedAt = recording.at();
        this.recordedBy = recording.by();
    }

    /** Who writes into the ledger, and when. */
    record Recording(Instant at, String by) {

        private static final String SYSTEM = "system";

        /** What follows by a rule is nobody's record. */
        Recording bySystem() {
            return new Recording(at, SYSTEM);
        }
    }

    static LegalEvent signed(UUID agreementId, Signature signature, Recording recording) {
        var line = new LegalEvent(agreementId, LegalEventType.SIGNED, recording);
        line.party = signature.party();
        line.occurredOn = text(signature.signedOn());
        return line;
    }

    static LegalEvent of(UUID agreementId, LegalEventForm form, Recording recording) {
        var line = new LegalEvent(agreementId, form.type(), recording);
        line.party = form.party();
        line.occurredOn = text(form.occurredOn());
        line.effectiveOn = text(form.effectiveOn());
        line.areas = form.areas();
        line.period = form.period() == null ? null : form.period().toString();
        line.note = form.note();
        return line;
    }

    /** What follows from other lines. */
    static LegalEvent derived(UUID agreementId, Happening happening, Recording recording) {
        var line = new LegalEvent(agreementId, happening.type(), recording.bySystem());
        line.occurredOn = happening.occurredOn().toString();
        line.effectiveOn = happening.on().equals(happening.occurredOn())
                ? null
                : happening.on().toString();
        line.derived = true;
        return line;
    }

    static LegalEvent amended(UUID agreementId, AppliedAmendment amendment, Recording recording) {
        var line = new LegalEvent(agreementId, LegalEventType.AMENDED, recording);
        line.occurredOn = amendment.effectiveOn().toString();
        line.note = "amendment no. %d".formatted(amendment.number());
        return line;
    }

    LegalEvent correctedBy(Correction correction, Recording recording) {
        var form = correction.form();
        var line = new LegalEvent(agreementId, LegalEventType.CORRECTED, recording);
        line.corrects = id;
        line.corrected = correction.fields();
        line.voids = correction.isVoid();
        line.party = form.party();
        line.occurredOn = text(form.occurredOn());
        line.effectiveOn = text(form.effectiveOn());
        line.areas = form.areas();
        line.period = form.period() == null ? null : form.period().toString();
        line.note = form.note();
        line.reason = form.reason();
        return line;
    }

    /** It was derived, and does not follow from the ledger any more. */
    LegalEvent voided(Recording recording) {
        var line = new LegalEvent(agreementId, LegalEventType.CORRECTED, recording.bySystem());
        line.corrects = id;
        line.voids = true;
        line.reason = "it does not follow from the ledger any more";
        line.derived = true;
        return line;
    }

    /** As it was recorded. */
    Line line() {
        return new Line(
                id,
                type,
                party,
                date(occurredOn),
                date(effectiveOn),
                areas,
                period == null ? null : Period.parse(period),
                derived);
    }

    /** The line as this correction leaves it; empty when it never happened. */
    Optional<Line> correct(Line line) {
        if (voids) {
            return Optional.empty();
        }
        var right = line();
        return Optional.of(new Line(
                line.id(),
                line.type(),
                corrected.contains("party") ? right.party() : line.party(),
                corrected.contains("occurredOn") ? right.occurredOn() : line.occurredOn(),
                corrected.contains("effectiveOn") ? right.effectiveOn() : line.effectiveOn(),
                corrected.contains("areas") ? right.areas() : line.areas(),
                corrected.contains("period") ? right.period() : line.period(),
                line.derived()));
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.LEGAL_EVENT, agreementId, id, type.name(), derived ? null : reason);
    }

    boolean isCorrection() {
        return type == LegalEventType.CORRECTED;
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    /** From which day a derived line counts. */
    LocalDate derivedOn() {
        return Optional.ofNullable(line().day()).flatMap(PartialDate::day).orElse(LocalDate.MIN);
    }

    LegalEventView view() {
        return new LegalEventView(
                id,
                type,
                party,
                date(occurredOn),
                date(effectiveOn),
                areas,
                period,
                note,
                corrects,
                corrected.stream().sorted().toList(),
                voids,
                reason,
                derived,
                recordedAt,
                recordedBy);
    }
}
