package org.moutracker.notifications.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Role;
import org.moutracker.timerules.WorkingCalendar;

/**
 * Somebody who answers for a deadline, with the clock and the working days by which he is told.
 *
 * @param since what came before was not his business
 * @param mailbox where he can be told; null while we do not know, or nobody has verified it
 * @param unverified whether there is an address that nobody has verified
 * @param mails whether he wants mails of what is not mandatory
 */
public record Addressee(
        UUID id,
        @Nullable String name,
        @Nullable String mailbox,
        boolean unverified,
        boolean mails,
        String party,
        String side,
        Role role,
        Instant since,
        ZoneId zone,
        @Nullable WorkingCalendar calendar,
        Hearing hearing,
        List<Absence> absences) {

    public Addressee {
        absences = List.copyOf(absences);
    }

    /** The absence during which an instant falls for him. */
    Optional<Absence> awayAt(Instant instant) {
        var day = instant.atZone(zone).toLocalDate();
        return absences.stream().filter(absence -> absence.contains(day)).findFirst();
    }

    @Override
    public String toString() {
        return "Addressee[" + id + "]";
    }
}
