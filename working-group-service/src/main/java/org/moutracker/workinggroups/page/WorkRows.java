package org.moutracker.workinggroups.page;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private final ObjectMapper json;

    WorkRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Of every group the latest meetings and those to come, the earliest first; none that was entered by mistake. */
    Map<UUID, List<Gathering>> meetings(Collection<UUID> groups) {
        return read("""
                SELECT meeting.* FROM unnest(?::uuid[]) AS wanted (id)
                CROSS JOIN LATERAL (
                    SELECT id, working_group_id, title, status, starts_at, coalesce(held_on, starts_on) AS day, place,
                           online IS NOT NULL AS is_online, host, invitees, starts_order
                    FROM meeting
                    WHERE working_group_id = wanted.id AND status <> 'VOIDED'
                    ORDER BY starts_order DESC, id DESC LIMIT ?) AS meeting
                ORDER BY starts_order, id
                """, groups, MOST_MEETINGS, this::meeting);
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
                groups,
                MOST_DECISIONS,
                row -> new Decided(
                        "D-%d-%02d".formatted(row.getInt("year"), row.getInt("serial")),
                        ShownText.of(row.getString("title")),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("status")));
    }

    /** Makes something of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> read(String sql, Collection<UUID> groups, int most, Reading<T> reading) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", groups.toArray()));
            select.setInt(2, most);
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

    private Gathering meeting(ResultSet row) throws SQLException {
        var startsAt = row.getObject("starts_at", OffsetDateTime.class);
        return new Gathering(
                row.getObject("id", UUID.class),
                ShownText.of(row.getString("title")),
                row.getString("status"),
                startsAt == null ? null : startsAt.toInstant(),
                row.getObject("day", LocalDate.class),
                shown(row.getString("place")),
                row.getBoolean("is_online"),
                ShownText.of(row.getString("host")),
                List.of(),
                invitees(row.getString("invitees")));
    }

    private static @Nullable String shown(@Nullable String text) {
        var shown = ShownText.of(requireNonNullElse(text, ""));
        return shown.isEmpty() ? null : shown;
    }

    private List<Gathering.Invited> invitees(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored meeting cannot be read", e);
        }
    }
}
