package org.moutracker.notifications.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/**
 * What a policy says.
 *
 * @param repeat what follows the last step; null when nothing does
 * @param acknowledgementDays for how long it counts that somebody knows
 * @param otherSideInLastStep whether both sides have agreed that the other is told when everything else was to no avail
 */
public record Terms(
        List<PolicyStep> steps,
        @Nullable Repeat repeat,
        Quorum quorum,
        int acknowledgementDays,
        boolean otherSideInLastStep) {

    /** For whoever has no policy of his own: a week, and each side for itself. */
    public static final Quorum USUAL_QUORUM = Quorum.ALL_SIDES;

    public static final int USUAL_DAYS = 7;

    // Notices of termination are given years ahead; whoever has not acted a year later is not a mail away.
    private static final int EARLIEST = -1095;
    private static final int LATEST = 365;
    private static final int LATEST_REPEAT = 730;

    public Terms {
        steps = List.copyOf(steps);
    }

    /** Refuses what cannot be meant, all of it at once. */
    void require(boolean ofWatch) {
        var violations = new ArrayList<Violation>();
        var known = new HashSet<Integer>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var field = "steps[" + i + "]";
            if (!known.add(step.offset())) {
                violations.add(new Violation(field + ".step", step.step() + " is there twice"));
            }
            if (step.offset() < EARLIEST || step.offset() > LATEST) {
                violations.add(new Violation(field + ".step", "must be from T" + EARLIEST + " to T+" + LATEST));
            }
            if (ofWatch && step.offset() <= 0) {
                violations.add(
                        new Violation(field + ".step", "must be after the day: nothing is due by a watch for silence"));
            }
            if (new HashSet<>(step.channels()).size() < step.channels().size()) {
                violations.add(new Violation(field + ".channels", "must name each channel once"));
            }
            if (step.offset() >= 0 && !step.channels().contains(StepChannel.MAIL)) {
                violations.add(new Violation(field + ".channels", "must have MAIL from the last day on"));
            }
        }
        if (!ofWatch && steps.stream().noneMatch(PolicyStep::isBefore)) {
            violations.add(new Violation("steps", "must have one before the last day at least"));
        }
        if (repeat != null && last() + repeat.everyDays() * repeat.times() > LATEST_REPEAT) {
            violations.add(new Violation("repeat", "must end at T+" + LATEST_REPEAT + " at the latest"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    /** The day after which it is told again. */
    int last() {
        return Math.max(0, steps.stream().mapToInt(PolicyStep::offset).max().orElse(0));
    }

    /** The offsets of what is told again. */
    public List<Integer> repeats() {
        var offsets = new ArrayList<Integer>();
        for (var time = 1; repeat != null && time <= repeat.times(); time++) {
            offsets.add(last() + time * repeat.everyDays());
        }
        return offsets;
    }
}
