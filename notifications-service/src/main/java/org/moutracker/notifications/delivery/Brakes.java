package org.moutracker.notifications.delivery;

/**
 * What keeps a message back although it is due: conditions of statements, of the row {@code delivery}. They stand in the
 * claims themselves, so that none passes them by, whatever has made a message due.
 */
public final class Brakes {

    /** Somebody holds everything, what goes this way, or what tells of an agreement; a message may tell of several. */
    public static final String HELD = """
            EXISTS (SELECT FROM standing_hold AS hold
                    WHERE hold.scope = 'ALL' OR hold.channel = delivery.channel OR hold.agreement_id IN (
                        SELECT about.agreement_id FROM delivery_agreement AS about WHERE about.delivery_id = delivery.id))
            """;

    /** It is one of those that the same cause sends, and they are still counted, wait for a release, or were cancelled. */
    public static final String UNRELEASED = """
            EXISTS (SELECT FROM volume WHERE volume.cause = delivery.cause
                    AND volume.state IN ('GATHERING', 'WAITING', 'CANCELLED'))
            """;

    /** Nothing keeps it back. */
    static final String OFF = "NOT " + HELD + " AND NOT " + UNRELEASED;

    private Brakes() {}
}
