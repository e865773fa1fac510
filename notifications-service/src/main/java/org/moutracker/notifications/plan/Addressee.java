package org.moutracker.notifications.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.workinggroup.Role;
import org.moutracker.timerules.WorkingCalendar;

/**
 * Somebody who answers for a deadline, with the clock and the working days by which he is told.
 *
 * @param since what came before was not his business
 * @param mailbox where he can be told; null while we do not know
 */
public record Addressee(
        UUID id,
        @Nullable String name,
        @Nullable String mailbox,
        String party,
        String side,
        Role role,
        Instant since,
        ZoneId zone,
        @Nullable WorkingCalendar calendar) {

    @Override
    public String toString() {
        return "Addressee[" + id + "]";
    }
}
