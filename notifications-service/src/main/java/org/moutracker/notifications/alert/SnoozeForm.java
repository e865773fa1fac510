package org.moutracker.notifications.alert;

import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.platform.problem.InvalidRequest;

/** Says when somebody wants to hear of it again. */
@Schema(name = "NewSnooze", description = "Says when the recipient wants to hear of it again.")
record SnoozeForm(
        @NotNull
        @Schema(
                required = true,
                description =
                        "An instant, or a day: then at nine in the recipient's morning. Within 30 days, and not after "
                                + "the last reminder before the day.",
                examples = {"2025-10-08", "2025-10-08T06:00:00Z"})
        String until) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    Instant until(ZoneId zone) {
        try {
            return until.contains("T")
                    ? Instant.parse(until)
                    : LocalDate.parse(until).atTime(MORNING).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidRequest(
                    "until", "must be an instant such as 2025-10-08T06:00:00Z or a day such as 2025-10-08");
        }
    }
}
