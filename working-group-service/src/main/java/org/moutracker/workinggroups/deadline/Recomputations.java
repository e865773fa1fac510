package org.moutracker.workinggroups.deadline;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.messaging.Outbox.Chain;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.workinggroups.calendar.Recomputation;
import org.moutracker.workinggroups.deadline.RecomputationTask.Reason;

/** The recomputations, and which deadlines each still has to do: stored, so that a crash or another replica goes on. */
@ApplicationScoped
class Recomputations {

    /** Open deadlines that a revision can touch: they name the authority, and were counted on a changed day or not at all. */
    static final String TOUCHED = """
            status IN ('ACTIVE', 'AWAITING_ANCHOR') AND extended_to IS NULL
            AND rule #> '{calendars,authorities}' @> jsonb_build_array(CAST(:authority AS text))
            AND (calendar_revisions -> :authority IS NULL
                 OR (calendar_revisions ->> :authority)::integer < :revision AND counted_from IS NOT NULL
                    AND daterange(counted_from, counted_to, '[]') && CAST(:days AS datemultirange))
            """;

    private static final String TASK =
            "SELECT id, authority, revision, tzdb, who, correlation, causation FROM recomputation ";

    private final AgroalDataSource database;

    Recomputations(AgroalDataSource database) {
        this.database = database;
    }

    void begin(String authority, int revision, String who, Chain chain) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO recomputation (authority, revision, who, correlation, causation)
                        VALUES (?, ?, ?, ?, ?)
                        """)) {
            insert.setString(1, authority);
            insert.setInt(2, revision);
            insert.setString(3, who);
            insert.setObject(4, chain.correlation());
            insert.setObject(5, chain.causation());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot begin a recomputation", e);
        }
    }

    /** Begins one for time-zone data, unless nothing was computed with older data or it is under way. */
    void beginIfNewer(String tzdb, String who, UUID correlation, Instant now) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO recomputation (tzdb, who, correlation)
                        SELECT ?, ?, ? WHERE EXISTS (
                            SELECT FROM deadline WHERE status = 'ACTIVE' AND tzdb < ? AND due_at > ?)
                        ON CONFLICT DO NOTHING
                        """)) {
            insert.setString(1, tzdb);
            insert.setString(2, who);
            insert.setObject(3, correlation);
            insert.setString(4, tzdb);
            insert.setTimestamp(5, Timestamp.from(now));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot begin a recomputation", e);
        }
    }

    /** The first one whose deadlines nobody looks for yet; nobody else does until the transaction ends. */
    Optional<RecomputationTask> lockNew() {
        return task(TASK + "WHERE finished_at IS NULL AND total IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED");
    }

    /** The first one that is under way. */
    Optional<RecomputationTask> underWay() {
        return task(TASK + "WHERE finished_at IS NULL AND total IS NOT NULL ORDER BY id LIMIT 1");
    }

    private Optional<RecomputationTask> task(String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(task(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new StorageFailed("cannot read recomputations", e);
        }
    }

    private static RecomputationTask task(ResultSet row) throws SQLException {
        return new RecomputationTask(
                row.getLong("id"),
                Reason.of(row.getString("authority"), row.getInt("revision"), row.getString("tzdb")),
                row.getString("who"),
                new Chain(row.getObject("correlation", UUID.class), row.getObject("causation", UUID.class)));
    }

    /** Takes some deadlines out of what is still to be done; what another replica has taken is left to it. */
    List<UUID> take(long task, int most) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("""
                        DELETE FROM recomputation_deadline WHERE recomputation = ? AND deadline_id = ANY (ARRAY(
                            SELECT deadline_id FROM recomputation_deadline WHERE recomputation = ?
                            ORDER BY deadline_id LIMIT ? FOR UPDATE SKIP LOCKED))
                        RETURNING deadline_id
                        """)) {
            delete.setLong(1, task);
            delete.setLong(2, task);
            delete.setInt(3, most);
            var taken = new ArrayList<UUID>();
            try (var row = delete.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getObject(1, UUID.class));
                }
            }
            return taken;
        } catch (SQLException e) {
            throw new StorageFailed("cannot take deadlines", e);
        }
    }

    void progress(long task, int done, int moved, int changed) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE recomputation SET done = done + ?, moved = moved + ?, changed = changed + ? WHERE id = ?
                        """)) {
            update.setInt(1, done);
            update.setInt(2, moved);
            update.setInt(3, changed);
            update.setLong(4, task);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep the progress", e);
        }
    }

    /** Finishes it, unless something is left that another replica is doing; false then. */
    boolean finish(long task, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE recomputation SET finished_at = ? WHERE id = ? AND finished_at IS NULL AND NOT EXISTS (
                            SELECT FROM recomputation_deadline WHERE recomputation = recomputation.id)
                        """)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, task);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new StorageFailed("cannot finish a recomputation", e);
        }
    }

    Optional<Recomputation> of(String authority, int revision) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT total, done, moved, changed, finished_at FROM recomputation
                        WHERE authority = ? AND revision = ?
                        """)) {
            select.setString(1, authority);
            select.setInt(2, revision);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(recomputation(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a recomputation", e);
        }
    }

    private static Recomputation recomputation(ResultSet row) throws SQLException {
        var finishedAt = row.getTimestamp("finished_at");
        return new Recomputation(
                row.getObject("total", Integer.class),
                row.getInt("done"),
                row.getInt("moved"),
                row.getInt("changed"),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
