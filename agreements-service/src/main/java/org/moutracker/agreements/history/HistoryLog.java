package org.moutracker.agreements.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;

/** The histories of all agreements, in the order of recording. Entries are added; nothing ever changes or removes one. */
@ApplicationScoped
class HistoryLog {

    private static final String INSERT = """
            INSERT INTO agreement_history (id, agreement_id, at, actor, reason, origin, readers, staff, changes)
            SELECT id, agreement_id, ?, actor, reason, origin, readers, staff, changes
            FROM jsonb_to_recordset(?::jsonb) AS entry (id uuid, agreement_id uuid, actor text, reason text, origin jsonb,
                readers varchar[], staff boolean, changes jsonb)
            """;

    private final AgroalDataSource database;
    private final Presence presence;
    private final ObjectMapper json;
    private final InstantSource clock;

    HistoryLog(AgroalDataSource database, Presence presence, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.presence = presence;
        this.json = json;
        this.clock = clock;
    }

    /** Adds to the present transaction what it has changed. */
    void add(List<TransactionChanges.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(
                    2, json.writeValueAsString(entries.stream().map(this::row).toList()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep the history of agreements", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the history of agreements", e);
        }
    }

    private ObjectNode row(TransactionChanges.Entry entry) {
        var present =
                presence.behind(entry.changes().stream().map(ThingChange::id).toList());
        return json.createObjectNode()
                .put("id", Ids.next().toString())
                .put("agreement_id", entry.agreement().toString())
                .put("actor", present.actor())
                .put("reason", present.reason() == null ? entry.reason() : present.reason())
                .putPOJO("origin", present.origin())
                .putPOJO("readers", entry.readers().parties())
                .put("staff", entry.readers().staff())
                .putPOJO("changes", entry.changes());
    }

    /** A page of a history, as far as its reader may see it. */
    List<HistoryEntry> page(UUID agreement, HistoryQuery query, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query.sql())) {
            var index = 1;
            for (var value : query.values(agreement)) {
                select.setObject(index++, value);
            }
            select.setInt(index, rows);
            var entries = new ArrayList<HistoryEntry>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(read(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the history of an agreement", e);
        }
    }

    private HistoryEntry read(ResultSet row) throws SQLException {
        try {
            return new HistoryEntry(
                    row.getObject("id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("reason"),
                    json.readValue(row.getString("origin"), HistoryOrigin.class),
                    json.readValue(row.getString("changes"), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of an agreement cannot be read", e);
        }
    }

    /** Whether there is such an agreement, or was: the history of a draft that was deleted stays. */
    boolean knows(UUID agreement) {
        try (var connection = database.getConnection()) {
            return exists(connection, "SELECT FROM agreement WHERE id = ?", agreement)
                    || exists(connection, "SELECT FROM agreement_history WHERE agreement_id = ? LIMIT 1", agreement);
        } catch (SQLException e) {
            throw new StorageFailed("cannot look for an agreement", e);
        }
    }

    private static boolean exists(Connection connection, String sql, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
