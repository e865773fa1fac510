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
 * @param answer of the person whose page it is; null on another page, and where nobody asked
 */
record Gathering(
        UUID id,
        String title,
        String status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable LocalDate day,
        @Nullable String place,
        boolean online,
        String host,
        List<Clock> clocks,
        @Nullable String answer) {

    /** Whether people are still to meet. */
    boolean isToCome(Instant now) {
        return isPlanned() && (endsAt == null || endsAt.isAfter(now));
    }

    /** Whether its time has passed, and nobody has said what came of it. */
    boolean isUnrecorded(Instant now) {
        return isPlanned() && !isToCome(now);
    }

    private boolean isPlanned() {
        return switch (status) {
            case "PLANNED", "CONVENED", "POSTPONED" -> true;
            default -> false;
        };
    }

    boolean isOver() {
        return switch (status) {
            case "HELD", "MINUTES_CIRCULATED", "MINUTES_AGREED", "MINUTES_DISPUTED" -> true;
            default -> false;
        };
    }

    Gathering on(List<Clock> clocks) {
        return new Gathering(id, title, status, startsAt, endsAt, day, place, online, host, clocks, answer);
    }
}
