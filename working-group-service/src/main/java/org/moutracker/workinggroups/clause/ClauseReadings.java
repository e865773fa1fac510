package org.moutracker.workinggroups.clause;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.clause.Reading;

/** Stored readings and confirmations, which are only ever added. */
@ApplicationScoped
class ClauseReadings {

    private static final String COLUMNS =
            "id, text, language, outcome, proposals, not_understood, remarks, read_at, read_by";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ClauseReadings(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Transactional(MANDATORY)
    void add(ClauseReading reading) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO clause_reading (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)")) {
            insert.setObject(1, reading.id());
            insert.setString(2, reading.text());
            insert.setString(3, reading.language());
            insert.setString(4, reading.outcome().name());
            insert.setString(5, write(reading.proposals()));
            insert.setString(6, write(reading.notUnderstood()));
            insert.setString(7, write(reading.remarks()));
            insert.setTimestamp(8, Timestamp.from(reading.readAt()));
            insert.setString(9, reading.readBy());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep the reading of a clause", e);
        }
    }

    /** Keeps a confirmation unless the proposal has one, and answers the one that counts. */
    @Transactional(MANDATORY)
    ConfirmedRule confirm(ClauseReading reading, ConfirmedRule rule) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO clause_confirmation (reading_id, proposal, rule, clause, confirmed_at, confirmed_by)
                        VALUES (?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)) {
            insert.setObject(1, rule.readingId());
            insert.setInt(2, rule.proposal());
            insert.setString(3, write(rule.rule()));
            insert.setString(4, rule.clause());
            insert.setTimestamp(5, Timestamp.from(rule.confirmedAt()));
            insert.setString(6, rule.confirmedBy());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep the confirmation of a clause", e);
        }
        return confirmed(List.of(reading)).getFirst().confirmed().stream()
                .filter(known -> known.proposal() == rule.proposal())
                .findFirst()
                .orElseThrow();
    }

    @Transactional
    ClauseReading get(UUID id) {
        return read("SELECT " + COLUMNS + " FROM clause_reading WHERE id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("clause reading"));
    }

    /** A page, the newest first. */
    @Transactional
    List<ClauseReading> page(@Nullable Boolean isConfirmed, @Nullable UUID before, int rows) {
        return read("SELECT " + COLUMNS + """
                 FROM clause_reading AS reading
                WHERE (?::uuid IS NULL OR id < ?)
                  AND (?::boolean IS NULL OR ? = EXISTS (
                      SELECT FROM clause_confirmation WHERE reading_id = reading.id))
                ORDER BY id DESC LIMIT ?
                """, before, before, isConfirmed, isConfirmed, rows);
    }

    private List<ClauseReading> read(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var readings = new ArrayList<ClauseReading>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    readings.add(reading(row));
                }
            }
            return confirmed(readings);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what was made of clauses", e);
        }
    }

    private ClauseReading reading(ResultSet row) throws SQLException {
        return new ClauseReading(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getString("language"),
                Reading.Outcome.valueOf(row.getString("outcome")),
                parse(row.getString("proposals"), new TypeReference<List<ProposedRule>>() {}),
                parse(row.getString("not_understood"), new TypeReference<List<UnusedWords>>() {}),
                parse(row.getString("remarks"), new TypeReference<List<String>>() {}),
                row.getTimestamp("read_at").toInstant(),
                row.getString("read_by"),
                List.of());
    }

    private List<ClauseReading> confirmed(List<ClauseReading> readings) {
        var ids = readings.stream().map(ClauseReading::id).toArray();
        var texts = readings.stream().collect(toMap(ClauseReading::id, ClauseReading::text));
        var rules = new ArrayList<ConfirmedRule>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT reading_id, proposal, rule, clause, confirmed_at, confirmed_by FROM clause_confirmation
                        WHERE reading_id = ANY (?) ORDER BY reading_id, proposal
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rules.add(rule(row, texts));
                }
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what was confirmed of clauses", e);
        }
        var byReading = rules.stream().collect(groupingBy(ConfirmedRule::readingId));
        return readings.stream()
                .map(reading -> reading.with(byReading.getOrDefault(reading.id(), List.of())))
                .toList();
    }

    private ConfirmedRule rule(ResultSet row, Map<UUID, String> texts) throws SQLException {
        var reading = row.getObject("reading_id", UUID.class);
        var rule = parse(row.getString("rule"), new TypeReference<Map<String, Object>>() {});
        return new ConfirmedRule(
                reading,
                row.getInt("proposal"),
                Rule.parse(rule).toJson(),
                Rule.parse(rule).inWords(),
                requireNonNull(texts.get(reading)),
                row.getString("clause"),
                row.getTimestamp("confirmed_at").toInstant(),
                row.getString("confirmed_by"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the reading of a clause", e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored reading of a clause cannot be read", e);
        }
    }
}
