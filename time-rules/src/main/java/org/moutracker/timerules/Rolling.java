package org.moutracker.timerules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Moves a last day that falls on a closed day. */
final class Rolling {

    private final OpenDays open;

    Rolling(OpenDays open) {
        this.open = open;
    }

    /** The open days between which the roll chooses: an unconfirmed day among them can change the choice. */
    Stream<LocalDate> choices(LocalDate day, Roll roll) {
        if (open.isOpen(day)) {
            return Stream.empty();
        }
        return switch (roll) {
            case NONE -> Stream.empty();
            case FOLLOWING -> Stream.of(open.next(day));
            case PRECEDING -> Stream.of(open.previous(day));
            case MODIFIED_FOLLOWING, NEAREST -> Stream.of(open.previous(day), open.next(day));
        };
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
