package org.moutracker.workinggroups.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.moutracker.platform.problem.InvalidRequest;

/** A time as people write it: by the clock on a wall somewhere, or as an instant. */
final class WrittenTime {

    // What neither a calendar nor the database has a place for is a slip of the pen.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-12-31T00:00:00Z");

    private WrittenTime() {}

    static Instant read(String field, String text, ZoneId zone) {
        var instant = instant(field, text.strip(), zone);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new InvalidRequest(field, "must be in the years 1900 to 9998");
        }
        return instant;
    }

    private static Instant instant(String field, String text, ZoneId zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return onTheWall(field, text, zone);
        }
    }

    private static Instant onTheWall(String field, String text, ZoneId zone) {
        try {
            var local = LocalDateTime.parse(text);
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw new InvalidRequest(field, "does not exist in %s: the clocks are put forward".formatted(zone));
            }
            // Where the clocks are put back an hour comes twice: the first is meant.
            return local.toInstant(offsets.getFirst());
        } catch (DateTimeException e) {
            throw new InvalidRequest(
                    field, "must be a local time such as 2025-11-10T10:00 or an instant such as 2025-11-10T05:00:00Z");
        }
    }

    /** A moment at a place, with the offset that its clocks have then. */
    static OffsetDateTime at(Instant instant, String zone) {
        return instant.atZone(ZoneId.of(zone)).toOffsetDateTime();
    }
}
