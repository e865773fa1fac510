package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.moutracker.platform.messaging.StorageFailed;

/** Stored calendars. A revision never changes, so one that has been read is kept in memory. */
@ApplicationScoped
class CalendarRepository {

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final ObjectReader reader;
    private final InstantSource clock;
    private final Map<String, Calendar> read = new ConcurrentHashMap<>();

    CalendarRepository(AgroalDataSource database, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.reader = json.readerFor(Calendar.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
    }

    /** Adds revisions and answers those that were not there yet. */
    List<Calendar> add(List<Calendar> revisions) {
        var added = new ArrayList<Calendar>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO calendar (authority, revision, content, published_at) VALUES (?, ?, ?::jsonb, ?)
                        ON CONFLICT DO NOTHING
                        """)) {
            for (var calendar : revisions) {
                insert.setString(1, calendar.authority());
                insert.setInt(2, calendar.revision());
                insert.setString(3, json.writeValueAsString(calendar));
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                if (insert.executeUpdate() == 1) {
                    added.add(calendar);
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
    Map<String, Calendar> current() {
        var current = new TreeMap<String, Calendar>();
        revisions().forEach((authority, revision) -> {
            var known = read.get(authority);
            current.put(authority, known != null && known.revision() == revision ? known : load(authority, revision));
        });
        return current;
    }

    private Map<String, Integer> revisions() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT authority, max(revision) AS revision FROM calendar GROUP BY authority");
                var row = select.executeQuery()) {
            var revisions = new HashMap<String, Integer>();
            while (row.next()) {
                revisions.put(row.getString("authority"), row.getInt("revision"));
            }
            return revisions;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read calendars", e);
        }
    }

    private Calendar load(String authority, int revision) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT content FROM calendar WHERE authority = ? AND revision = ?")) {
            select.setString(1, authority);
            select.setInt(2, revision);
            try (var row = select.executeQuery()) {
                row.next();
                Calendar calendar = reader.readValue(row.getString("content"));
                read.put(authority, calendar);
                return calendar;
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a calendar", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calendar cannot be read", e);
        }
    }
}
