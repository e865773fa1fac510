package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.moutracker.platform.messaging.StorageFailed;

/** Stored calendars. A revision never changes, so one that has been read is kept in memory. */
@ApplicationScoped
class CalendarRepository {

    private static final String COLUMNS = "content, published_at, published_by, reason";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final ObjectReader reader;
    private final Map<String, Revision> read = new ConcurrentHashMap<>();

    CalendarRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.reader = json.readerFor(Calendar.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Adds revisions and answers those that were not there yet. */
    List<Revision> add(List<Revision> revisions) {
        var added = new ArrayList<Revision>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO calendar (authority, revision, content, published_at, published_by, reason)
                        VALUES (?, ?, ?::jsonb, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)) {
            for (var revision : revisions) {
                insert.setString(1, revision.calendar().authority());
                insert.setInt(2, revision.calendar().revision());
                insert.setString(3, json.writeValueAsString(revision.calendar()));
                insert.setTimestamp(4, Timestamp.from(revision.publishedAt()));
                insert.setString(5, revision.publishedBy());
                insert.setString(6, revision.reason());
                if (insert.executeUpdate() == 1) {
                    added.add(revision);
                }
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep calendars", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a calendar", e);
        }
        return added;
    }

    /** The revision of every authority that counts now, in the order of authorities. */
    Map<String, Revision> current() {
        try (var connection = database.getConnection()) {
            var current = new TreeMap<String, Revision>();
            for (var entry : revisions(connection).entrySet()) {
                var known = read.get(entry.getKey());
                var isCurrent = known != null && known.calendar().revision() == entry.getValue();
                current.put(entry.getKey(), isCurrent ? known : load(connection, entry.getKey(), entry.getValue()));
            }
            return current;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read calendars", e);
        }
    }

    private static Map<String, Integer> revisions(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "SELECT authority, max(revision) AS revision FROM calendar GROUP BY authority");
                var row = select.executeQuery()) {
            var revisions = new HashMap<String, Integer>();
            while (row.next()) {
                revisions.put(row.getString("authority"), row.getInt("revision"));
            }
            return revisions;
        }
    }

    private Revision load(Connection connection, String authority, int revision) throws SQLException {
        var loaded = find(connection, authority, revision).orElseThrow();
        read.put(authority, loaded);
        return loaded;
    }

    Optional<Revision> find(String authority, int revision) {
        try (var connection = database.getConnection()) {
            return find(connection, authority, revision);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a calendar", e);
        }
    }

    private Optional<Revision> find(Connection connection, String authority, int revision) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT %s FROM calendar WHERE authority = ? AND revision = ?".formatted(COLUMNS))) {
            select.setString(1, authority);
            select.setInt(2, revision);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(revision(row)) : Optional.empty();
            }
        }
    }

    /** A page of revisions before one, the newest first. */
    List<Revision> page(String authority, int before, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT %s FROM calendar WHERE authority = ? AND revision < ? ORDER BY revision DESC LIMIT ?
                        """.formatted(COLUMNS))) {
            select.setString(1, authority);
            select.setInt(2, before);
            select.setInt(3, rows);
            var page = new ArrayList<Revision>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    page.add(revision(row));
                }
            }
            return page;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read calendars", e);
        }
    }

    private Revision revision(ResultSet row) throws SQLException {
        try {
            return new Revision(
                    reader.readValue(row.getString("content")),
                    row.getTimestamp("published_at").toInstant(),
                    row.getString("published_by"),
                    row.getString("reason"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calendar cannot be read", e);
        }
    }
}
