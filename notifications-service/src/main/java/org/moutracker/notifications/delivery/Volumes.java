package org.moutracker.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/**
 * How much one cause would send. Its messages are counted until nothing more has come of it for a while; then they go, or
 * wait for a release if they are many.
 */
@ApplicationScoped
public class Volumes {

    // Whoever tells without end, bit by bit, does not keep the first of it back for ever.
    private static final int LONGEST = 10;

    private final Sql sql;
    private final int most;
    private final Duration gathering;

    Volumes(
            Sql sql,
            @ConfigProperty(name = "mou.alerts.volume.most") int most,
            @ConfigProperty(name = "mou.alerts.volume.gathering") Duration gathering) {
        this.sql = sql;
        this.most = most;
        this.gathering = gathering;
    }

    /** Counts messages that were opened and wait, each by its cause; what was decided of a cause holds for them too. */
    void add(List<String> causes) {
        if (causes.isEmpty()) {
            return;
        }
        var counted = new HashMap<String, Integer>();
        causes.forEach(cause -> counted.merge(cause, 1, Integer::sum));
        var rows =
                counted.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        sql.update("""
                INSERT INTO volume AS known (cause, state, messages)
                SELECT cause, 'GATHERING', messages FROM unnest(?, ?) AS more (cause, messages) ORDER BY cause
                ON CONFLICT (cause) DO UPDATE SET
                    messages = known.messages + excluded.messages, last_at = clock_timestamp(),
                    first_at = CASE WHEN known.state = 'PASSED' THEN clock_timestamp() ELSE known.first_at END,
                    state = CASE WHEN known.state = 'PASSED' THEN 'GATHERING' ELSE known.state END
                """, Column.texts(rows, Map.Entry::getKey), Column.numbers(rows, Map.Entry::getValue));
        follow(causes);
    }

    /** Does to the waiting messages of these causes what was decided of them. */
    public void follow(List<String> causes) {
        sql.update("""
                UPDATE delivery SET
                    state = CASE WHEN volume.state = 'CANCELLED' THEN 'CLOSED' ELSE delivery.state END,
                    closed_because = CASE WHEN volume.state = 'CANCELLED' THEN 'CANCELLED' END,
                    next_attempt_at = CASE WHEN volume.state = 'CANCELLED' THEN NULL ELSE clock_timestamp() END
                FROM volume
                WHERE volume.cause = ANY (?) AND delivery.cause = volume.cause AND delivery.state = ANY (?)
                  AND (volume.state = 'CANCELLED' AND delivery.next_attempt_at IS NOT NULL
                       OR volume.state IN ('PASSED', 'RELEASED') AND delivery.next_attempt_at = 'infinity'
                       AND delivery.waits_until IS NULL)
                """, Column.texts(causes), Column.texts(DeliveryStatus.SENDING.origins()));
    }

    /** A cause of which nothing more has come for a while, and whether its messages have to wait for a release. */
    public record Counted(String cause, boolean waits) {}

    /** Whether anything has to be decided, soon or now. */
    public boolean isCounting() {
        return !sql.query("SELECT FROM volume WHERE state = 'GATHERING' LIMIT 1", row -> true)
                .isEmpty();
    }

    /** Decides what has been counted. */
    public List<Counted> settle() {
        var counted = sql.query(
                """
                UPDATE volume SET state = CASE WHEN messages > ? THEN 'WAITING' ELSE 'PASSED' END
                WHERE state = 'GATHERING'
                  AND (last_at <= statement_timestamp() - ? * interval '1 millisecond'
                       OR first_at <= statement_timestamp() - ? * interval '1 millisecond')
                RETURNING cause, state = 'WAITING' AS waits
                """,
                row -> new Counted(row.getString("cause"), row.getBoolean("waits")),
                most,
                gathering.toMillis(),
                gathering.multipliedBy(LONGEST).toMillis());
        follow(counted.stream().map(Counted::cause).toList());
        return counted;
    }

    /** Forgets what went by itself and has had no more for a day. */
    public void forget() {
        sql.update("DELETE FROM volume WHERE state = 'PASSED' AND last_at < clock_timestamp() - interval '1 day'");
    }
}
