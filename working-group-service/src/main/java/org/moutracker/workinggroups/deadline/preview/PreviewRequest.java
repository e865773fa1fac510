package org.moutracker.workinggroups.deadline.preview;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.WorkingCalendar;
import org.moutracker.workinggroups.deadline.RuleReading;

/**
 * A rule and what it is to be counted with.
 *
 * @param calendars calendars that stand in for stored ones
 */
@Schema(name = "DeadlinePreviewRequest")
record PreviewRequest(
        @NotNull @Schema(ref = "#/components/schemas/TimeRule", required = true)
        Map<String, Object> rule,

        @Schema(
                description = "Days by anchor event, in full or in part (EDTF).",
                examples = "{\"SIGNATURE\": \"2025-09-17\", \"ENTRY_INTO_FORCE\": \"2006-XX-24\"}",
                nullable = true)
        @Nullable
        Map<String, @Nullable Object> facts,

        @Schema(
                description = "Moments by anchor event; a moment goes before a day.",
                examples = "{\"NOTIFICATION_RECEIVED\": \"2026-03-27T10:00:00+02:00\"}",
                nullable = true)
        @Nullable
        Map<String, @Nullable Object> moments,

        @Size(max = 20) @Schema(ref = "#/components/schemas/PreviewCalendars", nullable = true) @Nullable
        List<@Nullable Map<String, Object>> calendars) {

    Facts known() {
        return RuleReading.under("", () -> Facts.parse(facts, moments));
    }

    Calendars overriding() {
        var given = new ArrayList<WorkingCalendar>();
        var all = Objects.requireNonNullElse(calendars, List.<@Nullable Map<String, Object>>of());
        for (var i = 0; i < all.size(); i++) {
            var json = all.get(i);
            var field = "calendars[" + i + "]";
            if (json == null) {
                throw new InvalidRequest(field, "must be an object");
            }
            given.add(RuleReading.under(field, () -> WorkingCalendar.parse(json)));
        }
        return Calendars.of(given);
    }
}
