package org.moutracker.workinggroups.page;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/** Reads the deadlines of groups and of their agreements. */
@ApplicationScoped
class DueRows {

    /** Open ones: more than a page is read for. Many groups share them, so that a page never grows without end. */
    private static final int MOST_OPEN = 200;
    /** Closed ones, the latest: what came before is history that nobody looks for here. */
    private static final int MOST_CLOSED = 60;
    /** Of one group among many. */
    private static final int LEAST = 20;

    private static final int MOST_MOVES = 40;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    DueRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Of every group what its viewer may see: the open ones that are due first, and the closed ones that were last. A
     * chance or an event whose instant has come is over, also in the moment before that is recorded.
     */
    Map<UUID, Dues> find(List<Look> looks, Instant now) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT look.id AS group_id, due.*,
                               (SELECT number FROM action_item WHERE deadline_id = due.id) AS number
                        FROM unnest(?::uuid[], ?::varchar[], ?::varchar[], ?::boolean[])
                            AS look (id, party, viewer, everything)
                        JOIN working_group ON working_group.id = look.id
                        CROSS JOIN LATERAL (
                            WITH seen AS (
                                SELECT deadline.id, kind, title, standing.status, certainty, last_day, due_at,
                                       standing.met_on, responsible, internal_to, due_order,
                                       standing.status IN ('AWAITING_ANCHOR', 'ACTIVE', 'PAUSED') AS open,
                                       has_come AND standing.status = 'ACTIVE' AS late
                                FROM deadline CROSS JOIN LATERAL (
                                    SELECT has_come, CASE WHEN has_come THEN once_passed ELSE deadline.status END AS status,
                                           CASE WHEN has_come AND once_passed = 'MET' THEN last_day
                                                ELSE deadline.met_on END AS met_on
                                    FROM (SELECT deadline.status = 'ACTIVE' AND coalesce(due_at <= ?, false)
                                              AS has_come) AS clock) AS standing
                                WHERE (working_group_id = look.id
                                       OR working_group_id IS NULL AND agreement_id = ANY (agreements))
                                  AND (internal_to IS NULL OR look.everything
                                       OR internal_parties @> ARRAY[look.party, look.viewer]))
                            SELECT listed.*, count(*) FILTER (WHERE open) OVER every AS open_count,
                                   count(*) FILTER (WHERE late) OVER every AS late_count,
                                   row_number() OVER (PARTITION BY open ORDER BY
                                       CASE WHEN open THEN due_order END, CASE WHEN open THEN id END,
                                       due_order DESC, id DESC) AS place
                            FROM seen AS listed WINDOW every AS ()) AS due
                        WHERE place <= CASE WHEN open THEN ? ELSE ? END
                        """)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", looks.stream().map(Look::group).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "varchar", looks.stream().map(Look::party).toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "varchar", looks.stream().map(Look::and).toArray()));
            select.setArray(
                    4,
                    connection.createArrayOf(
                            "boolean", looks.stream().map(Look::all).toArray()));
            select.setObject(5, now.atOffset(UTC));
            select.setInt(6, share(MOST_OPEN, looks));
            select.setInt(7, share(MOST_CLOSED, looks));
            var found = new HashMap<UUID, Dues>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("group_id", UUID.class), group -> counted(row))
                            .listed()
                            .add(due(row, now));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the deadlines of groups", e);
        }
    }

    private static Dues counted(ResultSet row) {
        try {
            return new Dues(new ArrayList<>(), row.getInt("open_count"), row.getInt("late_count"));
        } catch (SQLException e) {
            throw new StorageFailed("cannot read how many deadlines there are", e);
        }
    }

    private static int share(int most, List<Look> looks) {
        return Math.max(LEAST, most / Math.max(1, looks.size()));
    }

    /** The latest moves of some deadlines from one day to another. */
    List<Moved> moves(List<UUID> deadlines) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT deadline_id, at, to_day FROM deadline_change
                        WHERE deadline_id = ANY (?) AND from_day <> to_day
                        ORDER BY id DESC LIMIT ?
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", deadlines.toArray()));
            select.setInt(2, MOST_MOVES);
            var moves = new ArrayList<Moved>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    moves.add(new Moved(
                            row.getObject("deadline_id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getObject("to_day", LocalDate.class)));
                }
            }
            return moves;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what moved in a group", e);
        }
    }

    private Due due(ResultSet row, Instant now) throws SQLException {
        var lastDay = row.getObject("last_day", LocalDate.class);
        var at = row.getObject("due_at", OffsetDateTime.class);
        var dueAt = at == null ? null : at.toInstant();
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                ShownText.of(row.getString("title")),
                DueState.of(DeadlineStatus.valueOf(row.getString("status")), lastDay, dueAt, now),
                row.getString("certainty").equals("PROVISIONAL"),
                lastDay,
                dueAt,
                row.getObject("met_on", LocalDate.class),
                answerable(row.getString("responsible")),
                List.of(),
                row.getString("internal_to") != null);
    }

    private List<Due.Answerable> answerable(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored deadline cannot be read", e);
        }
    }
}
