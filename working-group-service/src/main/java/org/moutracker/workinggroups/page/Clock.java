package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** An instant as the clocks of some parties show it. */
record Clock(String parties, Instant instant, ZoneId zone) {

    /** As HTML's {@code datetime}. */
    public OffsetDateTime machine() {
        return instant.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
