package org.moutracker.platform.problem;

import java.util.List;

/** The request cannot be meant: 400, with every field that is wrong. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    public InvalidRequest(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
