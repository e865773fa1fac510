package org.moutracker.platform.problem;

/** The request's headers do not fit the resource's state: stale, without a precondition, a key used twice. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;

    public Refused(ProblemType type, String why) {
        super(why);
        this.type = type;
    }

    ProblemType type() {
        return type;
    }
}
