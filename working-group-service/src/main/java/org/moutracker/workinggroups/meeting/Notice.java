package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/**
 * How long before a meeting people are told of it.
 *
 * @param period what the terms ask for; null when they ask for nothing
 * @param reason why it is shorter this time; null when nobody said
 */
record Notice(@Nullable String period, @Nullable String reason) {

    /** The reason, if one is needed; without it a shorter notice is refused. */
    @CheckReturnValue
    @Nullable
    String check(Times times, Instant now) {
        if (period == null) {
            return null;
        }
        var today = now.atZone(ZoneId.of(times.zone())).toLocalDate();
        if (!today.plus(Period.parse(period)).isAfter(times.day())) {
            return null;
        }
        if (reason == null) {
            throw new RuleViolated("the terms ask for a notice of %s, and the meeting is on %s: say why it is shorter"
                    .formatted(period, times.day()));
        }
        return reason;
    }
}
