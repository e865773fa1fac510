package org.moutracker.notifications.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.notifications.policy.Held;
import org.moutracker.notifications.policy.Quorum;
import org.moutracker.notifications.policy.Terms;

/**
 * How one deadline is told of: inactive ⇄ active, with a higher number each time it begins anew.
 *
 * @param number rises with the deadline's schedule, when a deadline that was over runs again, and with its policy
 * @param ladder the steps as they were decided when this number began; empty while no date was ever known
 * @param beganAt when the present date began to count: whoever was there by then is concerned by all its steps
 * @param catchesUp whether steps that were past when it began are made up for, by the last of them; not so after a move,
 *     since the steps of the earlier plan stand for them
 * @param nextFireAt when to look next; null when only an event can bring something new
 * @param policy as it was when this number began; null for the built-in ladder
 * @param toldSince the number with which the present date began: what was told since then is not told again
 */
public record Plan(
        UUID deadlineId,
        int number,
        int scheduleNo,
        boolean active,
        Ladder ladder,
        Instant beganAt,
        boolean catchesUp,
        @Nullable Instant nextFireAt,
        @Nullable Held policy,
        int toldSince) {

    /** Earlier than any domain time: whatever has it is looked at once. */
    public static final Instant AT_ONCE = Instant.EPOCH;

    /** The plan of a deadline that was never heard of. */
    static Plan first(Deadline deadline, Instant at, @Nullable Held policy) {
        var known = new Plan(deadline.id(), 0, 0, false, Ladder.of(List.of()), Instant.EPOCH, true, null, null, 0);
        return known.follow(deadline, at, policy);
    }

    /**
     * The plan after news of its deadline. The number follows from what is told, not from how often: who hears only the
     * last of several moves arrives at the same number as who heard them all.
     *
     * @param holding the policy that holds for the deadline by now
     */
    Plan follow(Deadline deadline, Instant at, @Nullable Held holding) {
        var moves = Math.max(0, deadline.scheduleNo() - scheduleNo);
        var schedule = Math.max(scheduleNo, deadline.scheduleNo());
        var due = deadline.due();
        if (due == null) {
            var since = moves == 0 ? toldSince : number + moves;
            return new Plan(
                    deadlineId, number + moves, schedule, false, ladder, beganAt, catchesUp, null, policy, since);
        }
        if (active && moves == 0) {
            return adopt(deadline, due, holding);
        }
        var isFirst = ladder.steps().isEmpty();
        var next = isFirst ? Math.max(1, schedule) : number + Math.max(1, moves);
        var steps = Ladder.of(deadline, due.lastDay(), holding);
        // A date that was set since the last plan says itself when; one that runs again does so from now on.
        var scheduledAt = deadline.scheduledAt();
        var begins = scheduledAt != null && scheduledAt.isAfter(beganAt) ? scheduledAt : at;
        return new Plan(
                deadlineId, next, schedule, true, steps, begins, isFirst && schedule <= 1, AT_ONCE, holding, next);
    }

    /**
     * The plan by the policy that holds by now. The date is the same: what was told of it stays told and is not told again,
     * and whom steps before now concern stays as it was.
     */
    Plan adopt(Deadline deadline, Due due, @Nullable Held holding) {
        if (Objects.equals(policy, holding)) {
            return new Plan(
                    deadlineId, number, scheduleNo, true, ladder, beganAt, catchesUp, AT_ONCE, policy, toldSince);
        }
        var steps = Ladder.of(deadline, due.lastDay(), holding);
        return new Plan(
                deadlineId, number + 1, scheduleNo, true, steps, beganAt, catchesUp, AT_ONCE, holding, toldSince);
    }

    /** Whose acknowledgement it takes to silence a step. */
    public Quorum quorum() {
        return policy == null ? Terms.USUAL_QUORUM : policy.terms().quorum();
    }

    /** For how many days it counts that somebody knows. */
    int acknowledgementDays() {
        return policy == null ? Terms.USUAL_DAYS : policy.terms().acknowledgementDays();
    }
}
