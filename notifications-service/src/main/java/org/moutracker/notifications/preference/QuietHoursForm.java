package org.moutracker.notifications.preference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** When somebody is not written to. */
@Schema(
        name = "QuietHours",
        description =
                "When no mail goes out, by the recipient's clock. What nobody can do without goes at once when it would be"
                        + " too late at their end.")
record QuietHoursForm(
        @Pattern(regexp = QuietHoursForm.TIME, message = QuietHoursForm.LIKE)
        @Schema(nullable = true, description = "Null, and so is to, where there are only days.", examples = "21:00")
        @Nullable
        String from,

        @Pattern(regexp = QuietHoursForm.TIME, message = QuietHoursForm.LIKE)
        @Schema(
                nullable = true,
                description = "Not a part of them; earlier than from where they cross midnight.",
                examples = "07:00")
        @Nullable
        String to,

        @Schema(
                nullable = true,
                description = "Days on which nothing is sent at all, three at most.",
                examples = "[\"FRIDAY\"]")
        @Nullable
        List<@NotNull DayOfWeek> days) {

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    static final String LIKE = "must be a time such as 21:00";

    static @Nullable QuietHoursForm of(QuietHours hours) {
        return hours.equals(QuietHours.NONE)
                ? null
                : new QuietHoursForm(text(hours.from()), text(hours.to()), hours.days());
    }

    static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    QuietHours hours() {
        if ((from == null) != (to == null)) {
            throw new InvalidRequest(
                    "quietHours." + (from == null ? "from" : "to"), "must be there when the other one is");
        }
        return new QuietHours(time(from), time(to), days == null ? List.of() : days);
    }
}
