package org.moutracker.timerules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Moves a last day that falls on a closed day. */
final class Rolling {

    private final OpenDays open;

    Rolling(OpenDays open) {
        this.open = open;
    }

    LocalDate roll(LocalDate day, Roll roll) {
        if (open.isOpen(day)) {
            return day;
        }
        return switch (roll) {
            case NONE -> day;
            case FOLLOWING -> open.next(day);
            case PRECEDING -> open.previous(day);
            case MODIFIED_FOLLOWING -> {
                var following = open.next(day);
                yield YearMonth.from(following).equals(YearMonth.from(day)) ? following : open.previous(day);
            }
            case NEAREST -> {
                var following = open.next(day);
                var preceding = open.previous(day);
                var back = ChronoUnit.DAYS.between(preceding, day);
                yield back < ChronoUnit.DAYS.between(day, following) ? preceding : following;
            }
        };
    }
}
