package org.moutracker.platform.page;

import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** For how long a link to a page can be made: whoever finds it in an old mail is to find nothing more. */
public final class LinkTime {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private LinkTime() {}

    /**
     * What a request asks for in its field {@code validFor}.
     *
     * @param validFor a duration of ISO 8601 from PT1M to P7D; null for an hour
     * @throws InvalidRequest if it is none, or shorter or longer
     */
    public static Duration read(@Nullable String validFor) {
        if (validFor == null) {
            return USUAL;
        }
        try {
            var duration = Duration.parse(validFor);
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Answered below as one that is too short or too long.
        }
        throw new InvalidRequest("validFor", "must be a duration of ISO 8601 from PT1M to P7D, such as PT1H");
    }
}
