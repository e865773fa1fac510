package org.moutracker.platform.problem;

/** A token that is signed and valid, and opens nothing all the same: 401. */
public final class RefusedToken extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Refuses it because of what a sentence without a subject says, such as {@code the token is nobody's}. */
    public RefusedToken(String why) {
        super(why);
    }
}
