package org.moutracker.agreements.heard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** States that other services have told, each kept with the time for which it stood. */
@ApplicationScoped
public class Heard {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Heard(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Adds news to the present transaction, in two statements however many there are.
     *
     * @param close ends the states that the news replace
     * @param open begins the new ones
     */
    public void keep(String close, String open, List<Map<String, @Nullable Object>> news) {
        try (var connection = database.getConnection()) {
            var rows = json.writeValueAsString(news);
            for (var sql : List.of(close, open)) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, rows);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what was heard", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what was heard", e);
        }
    }

    /** The states that stood at an instant, of one agreement. */
    public <T> List<T> then(String sql, UUID agreement, Instant instant, Reader<T> reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, agreement);
            select.setObject(2, instant.atOffset(ZoneOffset.UTC));
            select.setObject(3, instant.atOffset(ZoneOffset.UTC));
            var states = new ArrayList<T>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    states.add(reader.read(row));
                }
            }
            return states;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what was heard", e);
        }
    }

    /** A moment in a row. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
