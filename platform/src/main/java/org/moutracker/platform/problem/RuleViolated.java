package org.moutracker.platform.problem;

/** The request is well formed, but a rule forbids it now: 409, with the rule as a sentence. */
public final class RuleViolated extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RuleViolated(String rule) {
        super(rule);
    }
}
