package org.moutracker.notifications.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;

/**
 * How one deadline is told of: inactive ⇄ active, with a higher number each time it begins anew.
 *
 * @param number rises with the deadline's schedule, and when a deadline that was over runs again
 * @param ladder the steps as they were decided when this number began; empty while no date was ever known
 * @param beganAt when this number began: whoever was there by then is concerned by all its steps
 * @param catchesUp whether steps that were past when it began are made up for, by the last of them; not so after a move,
 *     since the steps of the earlier plan stand for them
 * @param nextFireAt when to look next; null when only an event can bring something new
 */
public record Plan(
        UUID deadlineId,
        int number,
        int scheduleNo,
        boolean active,
        Ladder ladder,
        Instant beganAt,
        boolean catchesUp,
        @Nullable Instant nextFireAt) {

    /** Earlier than any domain time: whatever has it is looked at once. */
    public static final Instant AT_ONCE = Instant.EPOCH;

    /** The plan of a deadline that was never heard of. */
    static Plan first(Deadline deadline, Instant at) {
        var known = new Plan(deadline.id(), 0, 0, false, Ladder.of(List.of()), Instant.EPOCH, true, null);
        return known.follow(deadline, at);
    }

    /**
     * The plan after news of its deadline. The number follows from what is told, not from how often: who hears only the
     * last of several moves arrives at the same number as who heard them all.
     */
    Plan follow(Deadline deadline, Instant at) {
        var moves = Math.max(0, deadline.scheduleNo() - scheduleNo);
        var schedule = Math.max(scheduleNo, deadline.scheduleNo());
        var due = deadline.due();
        if (due == null) {
            return new Plan(deadlineId, number + moves, schedule, false, ladder, beganAt, catchesUp, null);
        }
        if (active && moves == 0) {
            return new Plan(deadlineId, number, schedule, true, ladder, beganAt, catchesUp, AT_ONCE);
        }
        var isFirst = ladder.steps().isEmpty();
        var next = isFirst ? Math.max(1, schedule) : number + Math.max(1, moves);
        var steps = Ladder.of(deadline, due.lastDay());
        // A date that was set since the last plan says itself when; one that runs again does so from now on.
        var scheduledAt = deadline.scheduledAt();
        var begins = scheduledAt != null && scheduledAt.isAfter(beganAt) ? scheduledAt : at;
        return new Plan(deadlineId, next, schedule, true, steps, begins, isFirst && schedule <= 1, AT_ONCE);
    }
}
