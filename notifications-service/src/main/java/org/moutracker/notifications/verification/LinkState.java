package org.moutracker.notifications.verification;

/** What becomes of whoever follows a link: OPEN ─▶ USED | SUPERSEDED | EXPIRED; what was never sent is UNKNOWN. */
enum LinkState {
    OPEN(200),
    USED(410),
    SUPERSEDED(410),
    EXPIRED(410),
    UNKNOWN(404);

    private final int status;

    LinkState(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
