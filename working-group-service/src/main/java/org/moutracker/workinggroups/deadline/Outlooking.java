package org.moutracker.workinggroups.deadline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.moutracker.timerules.Calendars;
import org.moutracker.workinggroups.calendar.Amendment;
import org.moutracker.workinggroups.calendar.Outlook;
import org.moutracker.workinggroups.calendar.Outlook.Move;

/** Counts one deadline after the other by a revision that does not count yet; of those that move it keeps the first. */
final class Outlooking {

    private static final Comparator<Move> FIRST_DUE =
            comparing(Move::dueAt, nullsLast(naturalOrder())).thenComparing(Move::deadlineId);

    private final Calendars after;
    private final Amendment amendment;
    private final Instant now;
    private final PriorityQueue<Move> moves = new PriorityQueue<>(FIRST_DUE.reversed());
    private int total;
    private int moved;
    private int changed;

    Outlooking(Calendars after, Amendment amendment, Instant now) {
        this.after = after;
        this.amendment = amendment;
        this.now = now;
    }

    /** Counts it; it is changed by that, so it must not be stored. */
    void add(Deadline deadline) {
        total++;
        var before = deadline.schedule;
        var cause = amendment.cause(before.countedFrom(), before.countedTo());
        deadline.reckon(after, now, now, cause).ifPresent(event -> {
            if (event instanceof DeadlineEvent.DeadlineChanged) {
                changed++;
                return;
            }
            moved++;
            moves.add(new Move(
                    deadline.id,
                    deadline.title,
                    deadline.agreementId,
                    before.lastDay(),
                    deadline.schedule.lastDay(),
                    before.dueAt(),
                    cause));
            if (moves.size() > Outlook.MOST_MOVES) {
                moves.remove();
            }
        });
    }

    Outlook result() {
        return new Outlook(
                total, moved, changed, moves.stream().sorted(FIRST_DUE).toList());
    }
}
