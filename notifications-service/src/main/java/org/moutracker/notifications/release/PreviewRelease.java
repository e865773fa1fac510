package org.moutracker.notifications.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.release.ReleasePreview.Example;
import org.moutracker.notifications.release.ReleasePreview.OfLevel;
import org.moutracker.notifications.sql.Sql;

/** Says how much waits for a release, for whom, how grave it is, and what some of it is about. */
@ApplicationScoped
class PreviewRelease {

    private static final int EXAMPLES = 20;

    private static final String WAITING = """
            FROM delivery JOIN alert ON alert.id = delivery.alert_id
            WHERE delivery.cause = ? AND delivery.next_attempt_at IS NOT NULL
            """;

    private final Sql sql;
    private final Viewer viewer;

    PreviewRelease(Sql sql, Viewer viewer) {
        this.sql = sql;
        this.viewer = viewer;
    }

    ReleasePreview of(ReleaseView release) {
        var levels = sql.query(
                "SELECT level, count(*) AS messages " + WAITING + " GROUP BY level ORDER BY level",
                row -> new OfLevel(Level.valueOf(row.getString("level")), row.getInt("messages")),
                release.cause());
        var people = sql.query(
                        "SELECT count(DISTINCT recipient_id) AS people " + WAITING,
                        row -> row.getInt("people"),
                        release.cause())
                .getFirst();
        var examples = sql.query(
                """
                SELECT delivery.id, alert_id, alert.deadline_id, alert.content ->> 'title' AS title, level, step,
                    recipient_id, recipient.name
                FROM delivery JOIN alert ON alert.id = delivery.alert_id
                    LEFT JOIN recipient ON recipient.id = alert.recipient_id
                WHERE delivery.cause = ? AND delivery.next_attempt_at IS NOT NULL
                  AND EXISTS (SELECT FROM deadline WHERE deadline.id = alert.deadline_id AND %s)
                ORDER BY delivery.id LIMIT ?
                """.formatted(Viewer.SEES),
                PreviewRelease::example,
                release.cause(),
                viewer.seesAll(),
                viewer.party(),
                EXAMPLES);
        var waiting = levels.stream().mapToInt(OfLevel::messages).sum();
        return new ReleasePreview(release, waiting, people, levels, examples);
    }

    private static Example example(ResultSet row) throws SQLException {
        return new Example(
                row.getObject("id", UUID.class),
                row.getObject("alert_id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getString("title"),
                Level.valueOf(row.getString("level")),
                Optional.ofNullable(row.getObject("step", Integer.class))
                        .map(step -> new Step(step).toString())
                        .orElse(null),
                row.getObject("recipient_id", UUID.class),
                row.getString("name"));
    }
}
