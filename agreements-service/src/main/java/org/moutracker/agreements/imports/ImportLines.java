package org.moutracker.agreements.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.LikeAgreements;
import org.moutracker.agreements.agreement.LikeAgreements.Because;
import org.moutracker.agreements.agreement.LikeAgreements.Like;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.Violation;

/** The report of imports, line by line, written a batch at a time. */
@ApplicationScoped
class ImportLines {

    private static final String ADD = """
            INSERT INTO import_line (import_id, line, outcome, reference, violations, form, external_names, organizations,
                                     day, title, duplicate_of, duplicate_because)
            SELECT ?, line, outcome, reference, violations, form,
                   coalesce(sought."externalNames", '{}'), coalesce(sought.organizations, '{}'),
                   coalesce(sought.day, DATE '0001-01-01'), coalesce(sought.title, '{}'), alike.agreement, alike.because
            FROM jsonb_to_recordset(?::jsonb) AS added (line integer, outcome text, reference text, violations jsonb,
                    form jsonb, sought jsonb, "like" jsonb)
                CROSS JOIN LATERAL jsonb_to_record(coalesce(nullif(added.sought, 'null'), '{}'))
                    AS sought ("externalNames" varchar[], organizations uuid[], day date, title jsonb)
                CROSS JOIN LATERAL jsonb_to_record(coalesce(nullif(added."like", 'null'), '{}'))
                    AS alike (agreement uuid, because text)
            """;

    // The import's id is compared as text, since every line has the same: no index is to be chosen for it.
    private static final String COMPARE = """
            WITH fresh AS MATERIALIZED (
                SELECT * FROM import_line WHERE import_id = ? AND line >= ? AND outcome = 'OK'),
            found AS (
                SELECT fresh.line, 1 AS rank, 'REFERENCE' AS because, earlier.line AS first
                FROM fresh CROSS JOIN LATERAL (
                    SELECT line FROM import_line WHERE reference = fresh.reference AND line < fresh.line
                        AND import_id::text = fresh.import_id::text AND outcome <> 'ERROR' LIMIT 1) AS earlier
                UNION ALL
                SELECT fresh.line, 2, 'EXTERNAL_IDENTIFIER', earlier.line
                FROM fresh CROSS JOIN LATERAL (
                    SELECT line FROM import_line
                    WHERE external_names && fresh.external_names AND external_names <> '{}' AND line < fresh.line
                        AND import_id::text = fresh.import_id::text AND outcome <> 'ERROR' LIMIT 1) AS earlier
                WHERE fresh.external_names <> '{}'
                UNION ALL
                SELECT fresh.line, 3, 'LIKENESS', earlier.line
                FROM fresh CROSS JOIN LATERAL (
                    SELECT line FROM (
                        SELECT line, title FROM import_line
                        WHERE organizations = fresh.organizations AND day = ANY (ARRAY[fresh.day, DATE '0001-01-01'])
                            AND line < fresh.line AND import_id::text = fresh.import_id::text AND outcome <> 'ERROR'
                        LIMIT %1$d) AS candidate
                    WHERE titles_alike(candidate.title, fresh.title) LIMIT 1) AS earlier
                WHERE fresh.day > DATE '0001-01-01'
                UNION ALL
                SELECT fresh.line, 3, 'LIKENESS', earlier.line
                FROM fresh CROSS JOIN LATERAL (
                    SELECT line FROM (
                        SELECT line, title FROM import_line
                        WHERE organizations = fresh.organizations AND line < fresh.line
                            AND import_id::text = fresh.import_id::text AND outcome <> 'ERROR' LIMIT %1$d) AS candidate
                    WHERE titles_alike(candidate.title, fresh.title) LIMIT 1) AS earlier
                WHERE fresh.day = DATE '0001-01-01'),
            surest AS (SELECT DISTINCT ON (line) line, because, first FROM found ORDER BY line, rank, first)
            UPDATE import_line SET outcome = 'DUPLICATE', duplicate_line = first, duplicate_because = because
            FROM surest WHERE import_line.import_id = ? AND import_line.line = surest.line
            """.formatted(LikeAgreements.MOST_COMPARED);

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ImportLines(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(UUID of, List<CheckedLine> lines) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, of);
            insert.setString(2, json.writeValueAsString(lines));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep the lines of an import", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the lines of an import", e);
        }
    }

    /** Compares the lines from one on with those before; answers how many of them repeat another. */
    int compare(UUID of, int from) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(COMPARE)) {
            update.setObject(1, of);
            update.setInt(2, from);
            update.setObject(3, of);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot compare the lines of an import", e);
        }
    }

    /** A line that is waited for with its registration. */
    record Waiting(
            int line,
            LineOutcome outcome,
            String form,
            List<UUID> organizations,
            LocalDate day,
            @Nullable UUID duplicateOf) {}

    /** The next lines that something is to be done about. */
    List<Waiting> waiting(UUID of, int after, int count) {
        return select(
                """
                SELECT line, outcome, form, organizations, day, duplicate_of FROM import_line
                WHERE import_id = ? AND line > ? AND outcome IN ('OK', 'DUPLICATE') ORDER BY line LIMIT ?
                """,
                row -> new Waiting(
                        row.getInt("line"),
                        LineOutcome.valueOf(row.getString("outcome")),
                        row.getString("form"),
                        List.of((UUID[]) row.getArray("organizations").getArray()),
                        row.getObject("day", LocalDate.class),
                        row.getObject("duplicate_of", UUID.class)),
                of,
                after,
                count);
    }

    /** What became of a line. */
    record Done(
            int line,
            LineOutcome outcome,
            List<Violation> violations,
            @Nullable UUID agreement,
            @Nullable Like like) {}

    void done(UUID of, List<Done> lines) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE import_line SET
                            outcome = done.outcome, violations = done.violations, agreement_id = done.agreement,
                            form = CASE done.outcome WHEN 'IMPORTED' THEN NULL ELSE form END,
                            duplicate_of = coalesce((done."like" ->> 'agreement')::uuid, duplicate_of),
                            duplicate_because = coalesce(done."like" ->> 'because', duplicate_because)
                        FROM jsonb_to_recordset(?::jsonb) AS done (line integer, outcome text, violations jsonb,
                            agreement uuid, "like" jsonb)
                        WHERE import_id = ? AND import_line.line = done.line
                        """)) {
            update.setString(1, json.writeValueAsString(lines));
            update.setObject(2, of);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what became of the lines of an import", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what became of the lines of an import", e);
        }
    }

    List<LineView> page(UUID of, @Nullable LineOutcome outcome, int after, int rows) {
        return select(
                """
                SELECT line, outcome, reference, violations, duplicate_of, duplicate_line, duplicate_because, agreement_id
                FROM import_line WHERE import_id = ? AND line > ? AND outcome = coalesce(?, outcome) ORDER BY line LIMIT ?
                """,
                row -> new LineView(
                        row.getInt("line"),
                        LineOutcome.valueOf(row.getString("outcome")),
                        row.getString("reference"),
                        violations(row.getString("violations")),
                        same(row),
                        row.getObject("agreement_id", UUID.class)),
                of,
                after,
                outcome == null ? null : outcome.name(),
                rows);
    }

    private static LineView.@Nullable Same same(ResultSet row) throws SQLException {
        var because = row.getString("duplicate_because");
        return because == null
                ? null
                : new LineView.Same(
                        Because.valueOf(because),
                        row.getObject("duplicate_of", UUID.class),
                        row.getObject("duplicate_line", Integer.class));
    }

    private List<Violation> violations(String text) {
        try {
            return List.of(json.readValue(text, Violation[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the line of an import cannot be read", e);
        }
    }

    /** Reads one row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, Reading<T> reading, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var read = new ArrayList<T>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    read.add(reading.read(row));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the lines of an import", e);
        }
    }
}
