package org.moutracker.workinggroups.decision;

import java.util.function.Supplier;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/** Names the effect of a request when something in it is refused. */
final class UnderEffect {

    private UnderEffect() {}

    static <T> T of(int index, Supplier<T> work) {
        var path = "effects[" + index + "]";
        try {
            return work.get();
        } catch (InvalidRequest refused) {
            throw new InvalidRequest(refused.violations().stream()
                    .map(one -> new Violation(path + "." + one.field(), one.message()))
                    .toList());
        } catch (RuleViolated refused) {
            throw new RuleViolated(path + ": " + refused.getMessage());
        }
    }
}
