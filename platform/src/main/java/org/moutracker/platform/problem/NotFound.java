package org.moutracker.platform.problem;

/** There is no such thing, or none that the caller may know of: 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says that there is no such {@code what}, a noun such as {@code agreement}. */
    public NotFound(String what) {
        super("there is no such " + what);
    }
}
