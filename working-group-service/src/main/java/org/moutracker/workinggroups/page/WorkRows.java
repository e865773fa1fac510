package org.moutracker.workinggroups.page;

import static java.util.Objects.requireNonNullElse;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** Reads the meetings and the decisions of groups. */
@ApplicationScoped
class WorkRows {

    /** Of each group, the last by their day. */
    private static final int MOST_MEETINGS = 12;

    private static final int MOST_DECISIONS = 12;

    private final AgroalDataSource database;

    WorkRows(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Of every group the latest meetings and those to come, the earliest first; none that was entered by mistake.
     *
     * @param person whose answers are wanted: whoever else is asked is not read, since that is most of a meeting
     */
    Map<UUID, List<Gathering>> meetings(Collection<UUID> groups, @Nullable UUID person) {
        return read("""
                SELECT meeting.* FROM unnest(?::uuid[]) AS wanted (id) CROSS JOIN (SELECT ?::text AS asking) AS reader
                CROSS JOIN LATERAL (
                    SELECT id, working_group_id, title, status, starts_at, ends_at,
                           coalesce(held_on, starts_on) AS day, place,
                           online IS NOT NULL AS is_online, host, starts_order,
                           CASE WHEN asking <> '' THEN (
                               SELECT one ->> 'answer' FROM jsonb_array_elements(invitees) AS one
                               WHERE one ->> 'personId' = asking LIMIT 1) END AS answer
                    FROM meeting
                    WHERE working_group_id = wanted.id AND status <> 'VOIDED'
                    ORDER BY starts_order DESC, id DESC LIMIT ?) AS meeting
                ORDER BY starts_order, id
                """, WorkRows::meeting, groups, person == null ? "" : person.toString(), MOST_MEETINGS);
    }

    /** Of every group the latest decisions, the newest first; none that was entered by mistake. */
    Map<UUID, List<Decided>> decisions(Collection<UUID> groups) {
        return read(
                """
                SELECT decision.* FROM unnest(?::uuid[]) AS wanted (id)
                CROSS JOIN LATERAL (
                    SELECT working_group_id, year, serial, title, decided_on, status FROM decision
                    WHERE working_group_id = wanted.id AND status <> 'VOIDED'
                    ORDER BY decided_on DESC, serial DESC LIMIT ?) AS decision
                """,
                row -> new Decided(
                        "D-%d-%02d".formatted(row.getInt("year"), row.getInt("serial")),
                        ShownText.of(row.getString("title")),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("status")),
                groups,
                MOST_DECISIONS);
    }

    /** Makes something of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> read(String sql, Reading<T> reading, Collection<UUID> groups, Object... more) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", groups.toArray()));
            for (var i = 0; i < more.length; i++) {
                select.setObject(i + 2, more[i]);
            }
            var found = new HashMap<UUID, List<T>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("working_group_id", UUID.class), group -> new ArrayList<>())
                            .add(reading.of(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the work of groups", e);
        }
    }

    private static Gathering meeting(ResultSet row) throws SQLException {
        return new Gathering(
                row.getObject("id", UUID.class),
                ShownText.of(row.getString("title")),
                row.getString("status"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getObject("day", LocalDate.class),
                shown(row.getString("place")),
                row.getBoolean("is_online"),
                ShownText.of(row.getString("host")),
                List.of(),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String shown(@Nullable String text) {
        var shown = ShownText.of(requireNonNullElse(text, ""));
        return shown.isEmpty() ? null : shown;
    }
}
