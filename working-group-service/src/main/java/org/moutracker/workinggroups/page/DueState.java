package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.Urgency;

/** What a page says of a deadline: its status, and of an active one what time makes of it. */
enum DueState {
    UPCOMING,
    DUE_SOON,
    OVERDUE,
    WITHOUT_DATE,
    PAUSED,
    MET,
    WAIVED,
    CANCELLED,
    LAPSED;

    static DueState of(DeadlineStatus status, @Nullable LocalDate lastDay, @Nullable Instant dueAt, Instant now) {
        return switch (status) {
            case AWAITING_ANCHOR -> WITHOUT_DATE;
            case ACTIVE ->
                switch (Urgency.of(status, lastDay, dueAt, now)) {
                    case null -> dueAt == null ? WITHOUT_DATE : UPCOMING;
                    case DUE_SOON -> DUE_SOON;
                    case OVERDUE -> OVERDUE;
                };
            case PAUSED -> PAUSED;
            case MET -> MET;
            case WAIVED -> WAIVED;
            case CANCELLED -> CANCELLED;
            case LAPSED -> LAPSED;
        };
    }

    boolean isOpen() {
        return switch (this) {
            case UPCOMING, DUE_SOON, OVERDUE, WITHOUT_DATE, PAUSED -> true;
            case MET, WAIVED, CANCELLED, LAPSED -> false;
        };
    }

    /** Whether its instant is known, and is still to come. */
    boolean isToCome() {
        return this == UPCOMING || this == DUE_SOON;
    }

    /** As the style sheet calls it. */
    public String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
