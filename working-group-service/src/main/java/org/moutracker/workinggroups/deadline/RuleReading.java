package org.moutracker.workinggroups.deadline;

import java.util.Map;
import java.util.function.Supplier;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.Rule;

/** Names the field of a request when the engine refuses what stands in it. */
public final class RuleReading {

    private RuleReading() {}

    /** Reads the rule in a field. */
    public static Rule rule(String field, Map<String, ?> json) {
        return under(field, () -> Rule.parse(json));
    }

    /** Lets the engine's refusals point into a field. */
    public static <T> T under(String field, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidRule refused) {
            var from = field.isEmpty() ? refused : refused.under(field);
            throw new InvalidRequest(from.violations().stream()
                    .map(violation -> new Violation(violation.field(), violation.message()))
                    .toList());
        }
    }
}
