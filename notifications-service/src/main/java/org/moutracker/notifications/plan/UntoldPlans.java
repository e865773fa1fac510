package org.moutracker.notifications.plan;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.paging.Cursor;

/** Lists the plans of which nobody at all can be told, by the step that nobody hears. */
@ApplicationScoped
class UntoldPlans {

    private final Sql sql;
    private final Viewer viewer;

    UntoldPlans(Sql sql, Viewer viewer) {
        this.sql = sql;
        this.viewer = viewer;
    }

    /** The step of a deadline that nobody hears. */
    record Row(UUID deadlineId, Step step, Instant at) {

        Cursor position() {
            return Cursor.of(at, deadlineId);
        }
    }

    /** The earliest first, so that it costs what is shown, however many plans there are. */
    List<Row> page(@Nullable Cursor after, int limit) {
        return sql.query(
                """
                SELECT deadline_id, untold_step, untold_at FROM plan JOIN deadline ON deadline.id = deadline_id
                WHERE untold_at IS NOT NULL AND (untold_at, deadline_id) > (?, ?) AND
                """ + Viewer.SEES + " ORDER BY untold_at, deadline_id LIMIT ?",
                UntoldPlans::read,
                after == null ? Instant.EPOCH : after.instant(0),
                after == null ? new UUID(0, 0) : after.uuid(1),
                viewer.seesAll(),
                viewer.party(),
                limit);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("deadline_id", UUID.class),
                new Step(row.getInt("untold_step")),
                requireNonNull(Sql.instant(row, "untold_at")));
    }
}
