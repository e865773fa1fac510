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
 * @param turn when his turn is among those of his side: who has a lower one answers before him
 * @param terms for which days he is named; none for whoever is there until further notice, as members are
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
        List<Absence> absences,
        int turn,
        List<Term> terms) {

    public Addressee {
        absences = List.copyOf(absences);
        terms = List.copyOf(terms);
    }

    /** The absence during which an instant falls for him. */
    Optional<Absence> awayAt(Instant instant) {
        var day = instant.atZone(zone).toLocalDate();
        return absences.stream().filter(absence -> absence.contains(day)).findFirst();
    }

    /** Whether an instant falls into his time. */
    public boolean isNamedAt(Instant instant) {
        var day = instant.atZone(zone).toLocalDate();
        return terms.isEmpty() || terms.stream().anyMatch(term -> term.covers(day));
    }

    /** Whether he is known and no mail may be sent to him; who is not known yet soon will be. */
    boolean isOutOfReach() {
        return name != null && mailbox == null;
    }

    /** Whether somebody else of his side answers before him at an instant, and can be told. */
    boolean comesAfter(Addressee other, Instant at) {
        return other.side.equals(side)
                && other.turn < turn
                && other.hearing.answers()
                && other.isNamedAt(at)
                && !other.isOutOfReach();
    }

    @Override
    public String toString() {
        return "Addressee[" + id + "]";
    }
}
