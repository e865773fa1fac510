package org.moutracker.workinggroups.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moutracker.platform.messaging.StorageFailed;

/** Asks what a report says: one statement for each part, which counts all and answers the first. */
@ApplicationScoped
class ReportRows {

    /** What the statements call by name. */
    private static final String SCOPE = """
            WITH scope AS (
                SELECT ?::uuid AS group_id, ?::uuid AS narrowed_to, ?::date AS from_day, ?::date AS to_day,
                       ?::timestamptz AS now),
            seen_to AS (
                SELECT unnest(agreements) AS agreement_id FROM working_group, scope WHERE id = group_id),
            agreed AS (
                SELECT agreement_id FROM seen_to, scope WHERE narrowed_to IS NULL OR agreement_id = narrowed_to),
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ReportRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Answers parts by their names.
     *
     * @param listed a common table expression {@code listed (part, sort, id, line)}
     */
    <T> Map<String, Listed<T>> ask(String listed, ReportScope scope, Class<T> line) {
        var sql = SCOPE + listed + """
                , numbered AS (
                    SELECT part, line, count(*) OVER (PARTITION BY part) AS number,
                           row_number() OVER (PARTITION BY part ORDER BY sort, id) AS place
                    FROM listed)
                SELECT part, number, line FROM numbered WHERE place <= %d ORDER BY part, place
                """.formatted(Listed.MOST);
        try (var connection = database.getConnection();
                var select = prepared(connection, sql, scope)) {
            var counts = new LinkedHashMap<String, Integer>();
            var lines = new LinkedHashMap<String, List<T>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString("part"), row.getInt("number"));
                    lines.computeIfAbsent(row.getString("part"), part -> new ArrayList<>())
                            .add(json.readValue(row.getString("line"), line));
                }
            }
            var parts = new LinkedHashMap<String, Listed<T>>();
            lines.forEach((part, some) -> parts.put(part, new Listed<>(counts.getOrDefault(part, 0), some)));
            return parts;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what a report says", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a report says cannot be read", e);
        }
    }

    /** Answers numbers by their names. */
    Map<String, Integer> count(String counted, ReportScope scope) {
        try (var connection = database.getConnection();
                var select = prepared(connection, SCOPE + counted, scope);
                var row = select.executeQuery()) {
            var counts = new LinkedHashMap<String, Integer>();
            while (row.next()) {
                counts.put(row.getString("part"), row.getInt("number"));
            }
            return counts;
        } catch (SQLException e) {
            throw new StorageFailed("cannot count what a report says", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, ReportScope scope)
            throws SQLException {
        var select = connection.prepareStatement(sql);
        select.setObject(1, scope.group());
        if (scope.agreement() == null) {
            select.setNull(2, Types.OTHER);
        } else {
            select.setObject(2, scope.agreement());
        }
        select.setObject(3, scope.from());
        select.setObject(4, scope.to());
        select.setObject(5, scope.now().atOffset(ZoneOffset.UTC));
        return select;
    }
}
