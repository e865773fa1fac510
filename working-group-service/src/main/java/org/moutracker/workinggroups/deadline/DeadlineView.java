package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.Explained;

/** A deadline as callers see it. */
@Schema(name = "Deadline", description = "Something that is due: when, how sure that is, why, and what became of it.")
record DeadlineView(
        @Schema(required = true) UUID id,
        @Schema(required = true) DeadlineKind kind,

        @Schema(required = true, examples = "Establish the Pakistan–Palestine Health Working Group")
        String title,

        @Schema(required = true) UUID agreementId,
        @Schema(required = true, nullable = true) @Nullable UUID workingGroupId,
        @Schema(required = true, nullable = true) @Nullable UUID commitmentId,

        @Schema(required = true, description = "Which time it is of what recurs; 0 is the first.", examples = "0")
        int occurrence,

        @Schema(required = true, nullable = true) @Nullable Recurrence recurrence,

        @Schema(required = true) DeadlineStatus status,

        @Schema(
                required = true,
                description = "What time alone makes of it; null unless it is ACTIVE and near or past.",
                nullable = true)
        @Nullable
        Urgency derived,

        @Schema(ref = "#/components/schemas/TimeRule", required = true)
        Map<String, Object> rule,

        @Schema(required = true) Certainty certainty,

        @Schema(
                required = true,
                description = "The last day that is still in time.",
                examples = "2025-10-17",
                nullable = true)
        @Nullable
        LocalDate lastDay,

        @Schema(
                required = true,
                description = "The first instant that is too late.",
                examples = "2025-10-17T21:00:00Z",
                nullable = true)
        @Nullable
        Instant dueAt,

        @Schema(required = true, description = "What must be recorded before it has a date.")
        List<String> missing,

        @Schema(required = true, description = "What a person should look at.")
        List<String> warnings,

        @Schema(required = true, description = "The way from the anchor to the last day.")
        List<Explained> explanation,

        @Schema(required = true, description = "The revision of every calendar that was asked.")
        Map<String, Integer> calendarRevisions,

        @Schema(required = true, description = "The version of the time-zone data.", examples = "2026a")
        String tzdb,

        @Schema(required = true) Origin origin,
        @Schema(required = true) List<Responsible> responsible,

        @Schema(required = true, description = "Legal events after which it need not be kept.")
        List<String> unless,

        @Schema(
                required = true,
                description = "The side that alone sees it; null when all do.",
                examples = "PK",
                nullable = true)
        @Nullable
        String internalTo,

        @Schema(required = true, nullable = true) @Nullable LocalDate metOn,

        @Schema(required = true, description = "Rises when the date moves.", examples = "1")
        int scheduleNo,

        @Schema(required = true, description = "When the present date was computed.")
        Instant scheduledAt,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version,

        @Schema(required = true, description = "Oldest first.")
        List<Change> history) {

    static DeadlineView of(DeadlineRow row, List<Change> history, Instant now) {
        var schedule = row.schedule();
        return new DeadlineView(
                row.id(),
                row.kind(),
                row.title(),
                row.agreementId(),
                row.workingGroupId(),
                row.commitmentId(),
                row.descent().occurrence(),
                row.descent().recurrence(),
                row.status(),
                Urgency.of(row.status(), schedule.lastDay(), schedule.dueAt(), now),
                row.rule(),
                schedule.certainty(),
                schedule.lastDay(),
                schedule.dueAt(),
                schedule.missing(),
                schedule.warnings(),
                schedule.explanation(),
                schedule.calendarRevisions(),
                schedule.tzdb(),
                row.origin(),
                row.responsible(),
                row.unless(),
                row.internalTo(),
                row.metOn(),
                row.scheduleNo(),
                row.scheduledAt(),
                row.version(),
                history);
    }
}
