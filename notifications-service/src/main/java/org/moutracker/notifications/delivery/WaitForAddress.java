package org.moutracker.notifications.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.moutracker.notifications.recipient.PeopleChanged;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/**
 * Lets messages wait whose recipient has an address that is not verified, because it has changed since they were opened:
 * at a time that never comes, out of the way of what is due, until people are news again.
 */
@ApplicationScoped
class WaitForAddress {

    // After whoever locks plans and meetings: messages are locked last.
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER + 100;

    private static final String UNVERIFIED = """
            WITH waiting AS (
                SELECT delivery.id FROM delivery %s
                WHERE delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND recipient.email IS NOT NULL AND recipient.verified_at IS NULL
                -- Whoever verifies the address meanwhile would not see what is put aside here: one of the two waits.
                FOR UPDATE OF delivery SKIP LOCKED FOR SHARE OF recipient SKIP LOCKED)
            UPDATE delivery SET next_attempt_at = 'infinity' FROM waiting WHERE delivery.id = waiting.id
            """;

    private static final String OF_ALERTS = UNVERIFIED.formatted("""
            JOIN alert ON alert.id = delivery.alert_id JOIN recipient ON recipient.id = alert.recipient_id
            """);

    private static final String OF_LETTERS = UNVERIFIED.formatted("""
            JOIN letter ON letter.id = delivery.letter_id AND delivery.letter_id IS NOT NULL
            JOIN invitation ON invitation.id = letter.invitation_id
            JOIN recipient ON recipient.id = invitation.person_id
            """);

    private static final String OF_DIGESTS = UNVERIFIED.formatted("""
            JOIN digest ON digest.id = delivery.digest_id AND delivery.digest_id IS NOT NULL
            JOIN recipient ON recipient.id = digest.recipient_id
            """);

    // Of whom nothing is known any more there is nothing to wait for, which the next look at what is due finds out.
    private static final String CAN_BE_TOLD = """
            NOT EXISTS (SELECT FROM recipient WHERE recipient.id = person.id
                        AND recipient.email IS NOT NULL AND recipient.verified_at IS NULL)
            """;

    private final Sql sql;

    WaitForAddress(Sql sql) {
        this.sql = sql;
    }

    /** Puts aside what is due and may not leave. */
    int putAside() {
        var open = Column.texts(DeliveryStatus.SENDING.origins());
        return sql.update(OF_ALERTS, open) + sql.update(OF_LETTERS, open) + sql.update(OF_DIGESTS, open);
    }

    /**
     * Makes due what waited for these people; of the steps of a deadline the latest alone, since earlier ones would only
     * repeat it.
     */
    void on(@Observes @Priority(LAST) PeopleChanged changed) {
        sql.update("""
                UPDATE delivery SET
                    state = CASE WHEN passed THEN 'CLOSED' ELSE delivery.state END,
                    closed_because = CASE WHEN passed THEN 'SUPERSEDED' END,
                    next_attempt_at = CASE WHEN passed THEN NULL ELSE clock_timestamp() END
                FROM (SELECT alert.id, %s AS passed
                      FROM unnest(?) AS person (id) JOIN alert ON alert.recipient_id = person.id
                      WHERE %s) AS held
                WHERE delivery.alert_id = held.id AND delivery.next_attempt_at = 'infinity'
                  AND delivery.waits_until IS NULL
                """.formatted(HeldDeliveries.PASSED, CAN_BE_TOLD), Column.ids(changed.ids()));
        sql.update("""
                UPDATE delivery SET next_attempt_at = clock_timestamp()
                FROM unnest(?) AS person (id) JOIN invitation ON invitation.person_id = person.id
                    JOIN letter ON letter.invitation_id = invitation.id
                WHERE delivery.letter_id = letter.id AND delivery.next_attempt_at = 'infinity'
                  AND delivery.waits_until IS NULL AND %s
                """.formatted(CAN_BE_TOLD), Column.ids(changed.ids()));
        sql.update("""
                UPDATE delivery SET next_attempt_at = clock_timestamp()
                FROM unnest(?) AS person (id) JOIN digest ON digest.recipient_id = person.id
                WHERE delivery.digest_id = digest.id AND delivery.next_attempt_at = 'infinity' AND %s
                """.formatted(CAN_BE_TOLD), Column.ids(changed.ids()));
    }
}
