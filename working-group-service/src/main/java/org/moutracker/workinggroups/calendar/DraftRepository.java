package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.moutracker.platform.messaging.StorageFailed;

/** Drafts of calendars, one for each authority. */
@ApplicationScoped
class DraftRepository {

    private static final String SELECT = """
            SELECT authority, version, based_on, content, changed_by, changed_at FROM calendar_draft WHERE authority = ?
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final ObjectReader reader;

    DraftRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.reader = json.readerFor(CalendarContent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    Optional<Draft> find(String authority) {
        return find(authority, SELECT);
    }

    /** The draft, for a change: two at once take turns. */
    Optional<Draft> lock(String authority) {
        return find(authority, SELECT + " FOR UPDATE");
    }

    private Optional<Draft> find(String authority, String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, authority);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(draft(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a draft", e);
        }
    }

    private Draft draft(ResultSet row) throws SQLException {
        try {
            return new Draft(
                    row.getString("authority"),
                    row.getLong("version"),
                    row.getInt("based_on"),
                    reader.readValue(row.getString("content")),
                    row.getString("changed_by"),
                    row.getTimestamp("changed_at").toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored draft cannot be read", e);
        }
    }

    /** Keeps a new draft; false when somebody else was faster. */
    boolean add(Draft draft) {
        return write(draft, """
                INSERT INTO calendar_draft (version, based_on, content, changed_by, changed_at, authority)
                VALUES (?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT DO NOTHING
                """);
    }

    /** Keeps a draft that is locked. */
    void replace(Draft draft) {
        var _ = write(draft, """
                UPDATE calendar_draft SET version = ?, based_on = ?, content = ?::jsonb, changed_by = ?, changed_at = ?
                WHERE authority = ?
                """);
    }

    private boolean write(Draft draft, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, draft.version());
            statement.setInt(2, draft.basedOn());
            statement.setString(3, json.writeValueAsString(draft.content()));
            statement.setString(4, draft.changedBy());
            statement.setTimestamp(5, Timestamp.from(draft.changedAt()));
            statement.setString(6, draft.authority());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep a draft", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a draft", e);
        }
    }

    void remove(String authority) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM calendar_draft WHERE authority = ?")) {
            delete.setString(1, authority);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot remove a draft", e);
        }
    }
}
