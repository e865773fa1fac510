package org.moutracker.agreements.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.timerules.PartialDate;

/** A line of an agreement's ledger: what occurred when, and from when it has effect. Never changed, never removed. */
@Entity
@Immutable
class LegalEvent {

    @Id
    UUID id;

    UUID agreementId;

    @Enumerated(EnumType.STRING)
    LegalEventType type;

    @Nullable
    String party;

    @Nullable
    String occurredOn;

    @Nullable
    String effectiveOn;

    @Nullable
    String note;

    Instant recordedAt;
    String recordedBy;

    protected LegalEvent() {}

    LegalEvent(
            UUID agreementId,
            LegalEventType type,
            @Nullable String party,
            @Nullable PartialDate occurredOn,
            @Nullable PartialDate effectiveOn,
            @Nullable String note,
            Recording recording) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        this.type = type;
        this.party = party;
        this.occurredOn = text(occurredOn);
        this.effectiveOn = text(effectiveOn);
        this.note = note;
        this.recordedAt = recording.at();
        this.recordedBy = recording.by();
    }

    /** Who writes into the ledger, and when. */
    record Recording(Instant at, String by) {}

    /** The day from which it counts. */
    @Nullable
    PartialDate day() {
        return date(effectiveOn == null ? occurredOn : effectiveOn);
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    Optional<LocalDate> exactDay() {
        return Optional.ofNullable(day()).flatMap(PartialDate::day);
    }

    View view() {
        return new View(id, type, party, date(occurredOn), date(effectiveOn), note, recordedAt, recordedBy);
    }

    /** A line of the ledger as callers see it. */
    @Schema(name = "LegalEvent", description = "A line of the agreement's ledger; never changed, never removed.")
    record View(
            @Schema(required = true) UUID id,
            @Schema(required = true) LegalEventType type,

            @Schema(required = true, nullable = true) @Nullable
            String party,

            @Schema(required = true, nullable = true) @Nullable
            PartialDate occurredOn,

            @Schema(required = true, nullable = true) @Nullable
            PartialDate effectiveOn,

            @Schema(required = true, nullable = true) @Nullable
            String note,

            @Schema(required = true) Instant recordedAt,

            @Schema(required = true, description = "Subject of the token it was recorded with")
            String recordedBy) {}
}
