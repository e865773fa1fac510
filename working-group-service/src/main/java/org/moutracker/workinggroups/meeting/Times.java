package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.moutracker.platform.problem.InvalidRequest;

/** From when to when people meet, and by whose clock it was set. */
record Times(Instant startsAt, Instant endsAt, String zone) {

    Times {
        if (!endsAt.isAfter(startsAt)) {
            throw new InvalidRequest("endsAt", "must be after startsAt");
        }
    }

    /** The day on which it starts, where it was set. */
    LocalDate day() {
        return startsAt.atZone(ZoneId.of(zone)).toLocalDate();
    }
}
