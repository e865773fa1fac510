package org.moutracker.workinggroups.page;

/** Why no page is shown. */
public enum Refusal {
    /** Nobody has said who is looking. */
    UNKNOWN(401),
    /** The link was not made for this page, or is over. */
    LINK(403),
    /** There is no such group or person. */
    NOTHING(404);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
