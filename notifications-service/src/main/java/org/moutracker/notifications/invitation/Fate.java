package org.moutracker.notifications.invitation;

/** What a letter may have done to its reader by now. */
enum Fate {
    /** He cannot have it yet. */
    WAITING,
    /** It is on its way, or nobody knows, or the server has taken it: his calendar may show it. */
    PERHAPS_KNOWN,
    /** It did not arrive, and will not. */
    GIVEN_UP,
    /** It was taken back before it went out, or there was nobody to send it to: it can be written again. */
    DROPPED;

    /**
     * The same for SQL, over a letter's delivery. Whether another mailbox has become known since it was given up, the
     * message's id tells (see {@link Sent#inTheLightOf}).
     */
    static final String OF_DELIVERY = """
            CASE WHEN delivery.state IN ('SENDING', 'UNCERTAIN', 'ACCEPTED') OR EXISTS (
                          SELECT FROM delivery_attempt AS attempt
                          WHERE attempt.delivery_id = delivery.id AND attempt.outcome IN ('UNKNOWN', 'ACCEPTED'))
                 THEN 'PERHAPS_KNOWN'
                 WHEN delivery.state IN ('PENDING', 'RETRY_WAIT') THEN 'WAITING'
                 WHEN delivery.closed_because IN ('CANCELLED', 'SUPERSEDED') THEN 'DROPPED'
                 ELSE 'GIVEN_UP' END
            """;
}
