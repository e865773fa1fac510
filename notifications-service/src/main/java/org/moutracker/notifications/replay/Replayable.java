package org.moutracker.notifications.replay;

/** The messages that can be sent once more. */
enum Replayable {
    /** Tried as often as is reasonable; its patience begins anew. */
    DEAD("delivery.state = 'CLOSED' AND delivery.closed_because = 'DEAD'"),
    /** It may have arrived: whoever repeats it may send a second copy, which has the same Message-ID. */
    UNCERTAIN("delivery.state = 'UNCERTAIN' AND delivery.next_attempt_at IS DISTINCT FROM 'infinity'"),
    /** It would be tried later by itself. */
    RETRY_WAIT("delivery.state = 'RETRY_WAIT' AND delivery.next_attempt_at < 'infinity'");

    private final String condition;

    Replayable(String condition) {
        this.condition = condition;
    }

    /** Of the row {@code delivery}. */
    String condition() {
        return condition;
    }
}
