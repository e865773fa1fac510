package org.moutracker.notifications.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The messages by which letters reach their readers: opened and withdrawn with the letter, shown beside it. */
@ApplicationScoped
public class LetterDeliveries {

    private final Sql sql;

    LetterDeliveries(Sql sql) {
        this.sql = sql;
    }

    /**
     * A letter and the mailbox that it goes to.
     *
     * @param delay how long it waits, in case another takes its place meanwhile
     * @param time when it may go
     */
    public record Addressed(UUID letterId, String mailbox, Duration delay, ReadersTime time) {

        @Override
        public String toString() {
            return "Addressed[" + letterId + "]";
        }
    }

    /** A letter that is not to be sent any more, and why. */
    public record Withdrawn(UUID letterId, ClosedBecause because) {}

    /** The id of the message that carries a letter to a mailbox: another mailbox is another message. */
    public static UUID id(UUID letterId, String mailbox) {
        return NamedIds.of(letterId, Channel.MAIL, mailbox);
    }

    /**
     * Holds the messages about these meetings. Whoever claims one has done it before this returns, and is seen as sending
     * it, or claims none of them until the transaction ends.
     */
    public void hold(Collection<UUID> meetings) {
        sql.query("""
                SELECT delivery.id FROM delivery WHERE letter_id IN (
                    SELECT letter.id FROM letter JOIN invitation ON invitation.id = letter.invitation_id
                    WHERE invitation.meeting_id = ANY (?))
                ORDER BY delivery.id FOR UPDATE
                """, row -> row.getObject("id", UUID.class), Column.ids(meetings));
    }

    public void open(List<Addressed> letters) {
        sql.update(
                """
                INSERT INTO delivery (id, letter_id, channel, state, next_attempt_at, waits_until, waits_for)
                SELECT opened.id, letter_id, ?, ?,
                    CASE WHEN waits_until IS NULL THEN clock_timestamp() + wait * interval '1 millisecond'
                         ELSE 'infinity' END,
                    waits_until::timestamptz, CASE WHEN waits_until IS NOT NULL THEN invitation.person_id END
                FROM unnest(?, ?, ?, ?) AS opened (id, letter_id, wait, waits_until)
                JOIN letter ON letter.id = letter_id JOIN invitation ON invitation.id = letter.invitation_id
                """,
                Channel.MAIL,
                DeliveryStatus.PENDING,
                Column.ids(letters, letter -> id(letter.letterId(), letter.mailbox())),
                Column.ids(letters, Addressed::letterId),
                Column.numbers(letters, letter -> letter.delay().toMillis()),
                Column.texts(letters, letter -> letter.time().column()));
    }

    /**
     * Closes what of these letters still waits. The row itself changes: a claim that has read the letter before, and comes
     * to the row later, looks at it again and leaves it.
     */
    public void close(List<Withdrawn> letters) {
        sql.update(
                """
                UPDATE delivery SET
                    state = ?, closed_because = withdrawn.because, next_attempt_at = NULL, waits_until = NULL,
                    waits_for = NULL
                FROM unnest(?, ?) AS withdrawn (letter_id, because)
                WHERE delivery.letter_id = withdrawn.letter_id
                  AND next_attempt_at IS NOT NULL AND state = ANY (?)
                """,
                DeliveryStatus.CLOSED,
                Column.ids(letters, Withdrawn::letterId),
                Column.texts(letters, Withdrawn::because),
                Column.texts(DeliveryStatus.CLOSED.origins()));
    }

    /** A message and the letter that it carries. */
    private record Row(UUID letterId, DeliveryView view) {}

    /** The messages of these letters, each with its attempts. */
    public Map<UUID, List<DeliveryView>> of(Collection<UUID> letters) {
        var attempts = sql.query("""
                        SELECT attempt.* FROM delivery_attempt AS attempt
                        JOIN delivery ON delivery.id = attempt.delivery_id
                        WHERE delivery.letter_id = ANY (?) ORDER BY attempt.attempt, attempt.ended_at
                        """, DeliveryView.AttemptOf::read, Column.ids(letters)).stream()
                .collect(groupingBy(DeliveryView.AttemptOf::delivery));
        return sql
                .query(
                        "SELECT id, letter_id, channel, state, closed_because FROM delivery WHERE letter_id = ANY (?)",
                        row -> new Row(row.getObject("letter_id", UUID.class), DeliveryView.read(row, attempts)),
                        Column.ids(letters))
                .stream()
                .collect(groupingBy(Row::letterId, mapping(Row::view, toList())));
    }
}
