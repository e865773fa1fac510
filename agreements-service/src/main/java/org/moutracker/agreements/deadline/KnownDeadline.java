package org.moutracker.agreements.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deadline of an agreement as it stood at some time, as far as its owner has told. */
public record KnownDeadline(
        UUID id,
        @Nullable UUID commitmentId,
        String kind,
        String title,
        String status,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        @Nullable LocalDate metOn) {

    static final String STAGNATION = "STAGNATION";

    /** Whether it watches that something happens at all, which is nothing that was promised. */
    public boolean isWatch() {
        return kind.equals(STAGNATION);
    }

    /** What had become of it by then. */
    public Outcome at(Instant instant) {
        return switch (status) {
            case "MET" -> isLate() ? Outcome.MET_LATE : Outcome.MET_IN_TIME;
            case "WAIVED", "CANCELLED", "LAPSED" -> Outcome.DROPPED;
            case "ACTIVE" -> dueAt != null && !dueAt.isAfter(instant) ? Outcome.OVERDUE : Outcome.OPEN;
            // AWAITING_ANCHOR, PAUSED: nothing can be late yet.
            default -> Outcome.OPEN;
        };
    }

    private boolean isLate() {
        return metOn != null && lastDay != null && metOn.isAfter(lastDay);
    }
}
