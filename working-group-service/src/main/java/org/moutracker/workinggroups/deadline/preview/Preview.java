package org.moutracker.workinggroups.deadline.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Answer;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.Explained;

/** What a rule gives. */
@Schema(name = "DeadlinePreview", description = "When something would be due by a rule, how sure that is, and why.")
record Preview(
        @Schema(required = true) Certainty certainty,

        @Schema(
                required = true,
                description =
                        "The last day that is still in time, or the day of the event; null when none can be computed.",
                examples = "2025-10-17",
                nullable = true)
        @Nullable
        LocalDate lastDay,

        @Schema(
                required = true,
                description = "The first instant that is too late, or with which the event begins.",
                examples = "2025-10-17T21:00:00Z",
                nullable = true)
        @Nullable
        Instant dueAt,

        @Schema(required = true, description = "What must be recorded first.")
        List<String> missing,

        @Schema(required = true, description = "What a person should look at.")
        List<String> warnings,

        @Schema(required = true, description = "The way from the anchor to the last day.")
        List<Explained> explanation,

        @Schema(required = true, description = "The revision of every calendar that was asked.")
        Map<String, Integer> calendarRevisions,

        @Schema(required = true, description = "The version of the time-zone data.", examples = "2026a")
        String tzdb) {

    static Preview of(Answer answer) {
        return new Preview(
                answer.certainty(),
                answer.lastDay(),
                answer.dueAt(),
                answer.missing(),
                answer.warnings(),
                answer.explanation(),
                answer.calendarRevisions(),
                answer.tzdb());
    }
}
