package org.moutracker.notifications.preference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** How often somebody gets a digest, and when. */
@Schema(
        name = "DigestTime",
        description =
                "How often what can wait comes in one mail, and when by the recipient's clock. It leaves out quiet days,"
                        + " and is not sent when there is nothing in it.")
record DigestForm(
        @NotNull @Schema(required = true, examples = "DAILY")
        Rhythm rhythm,

        @Pattern(regexp = QuietHoursForm.TIME, message = QuietHoursForm.LIKE)
        @Schema(nullable = true, description = "Null where there is none.", examples = "08:00")
        @Nullable
        String at,

        @Schema(nullable = true, description = "Null unless it is weekly.", examples = "MONDAY") @Nullable
        DayOfWeek weekday) {

    static DigestForm of(DigestTime time) {
        return new DigestForm(time.rhythm(), QuietHoursForm.text(time.at()), time.weekday());
    }

    DigestTime time() {
        var wantsTime = rhythm != Rhythm.NONE;
        var wantsDay = rhythm == Rhythm.WEEKLY;
        if (wantsTime != (at != null)) {
            throw new InvalidRequest("digest.at", wantsTime ? "must be there" : "must be left out without a digest");
        }
        if (wantsDay != (weekday != null)) {
            throw new InvalidRequest(
                    "digest.weekday", wantsDay ? "must be there" : "must be left out unless it is weekly");
        }
        return new DigestTime(rhythm, QuietHoursForm.time(at), weekday);
    }
}
