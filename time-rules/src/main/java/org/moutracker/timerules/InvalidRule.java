package org.moutracker.timerules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was given cannot be read or cannot be counted, with every field that is to blame. A refusal is the safe answer: a
 * wrong date without a warning would be worse than none.
 */
public final class InvalidRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidRule(List<Violation> violations) {
        super(violations.stream()
                .map(violation -> (violation.field() + " " + violation.message()).strip())
                .collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    InvalidRule(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    /** Everything that is wrong, in the order in which it was read; never empty. */
    public List<Violation> violations() {
        return violations;
    }

    /** The same refusal seen from one level higher: {@code steps[0].period} under {@code rule} is {@code rule.steps[0].period}. */
    public InvalidRule under(String parent) {
        return new InvalidRule(
                violations.stream().map(violation -> violation.under(parent)).toList());
    }
}
