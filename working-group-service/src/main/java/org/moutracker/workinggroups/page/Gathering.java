package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting on a page.
 *
 * @param online whether one can take part from afar; how, stands in the invitation, which is its invitee's alone
 * @param day on which it is or was, where it is held
 * @param clocks when it begins, for every side
 * @param invitees the people who were asked, with their answers
 */
record Gathering(
        UUID id,
        String title,
        String status,
        @Nullable Instant startsAt,
        @Nullable LocalDate day,
        @Nullable String place,
        boolean online,
        String host,
        List<Clock> clocks,
        List<Invited> invitees) {

    /** Somebody who was asked to come, and the answer. */
    record Invited(UUID personId, String answer) {}

    /** Whether people are still to meet. */
    public boolean isToCome() {
        return switch (status) {
            case "PLANNED", "CONVENED", "POSTPONED" -> true;
            default -> false;
        };
    }

    public boolean isOver() {
        return switch (status) {
            case "HELD", "MINUTES_CIRCULATED", "MINUTES_AGREED", "MINUTES_DISPUTED" -> true;
            default -> false;
        };
    }

    /** What a person has answered; null where nobody asked. */
    @Nullable
    String answer(UUID person) {
        return invitees.stream()
                .filter(one -> one.personId().equals(person))
                .map(Invited::answer)
                .findFirst()
                .orElse(null);
    }

    Gathering on(List<Clock> clocks) {
        return new Gathering(id, title, status, startsAt, day, place, online, host, clocks, invitees);
    }
}
