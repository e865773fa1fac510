package org.moutracker.agreements.implementation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.paging.Where;

/** What has become of many agreements, in one statement over those that are asked for. */
@ApplicationScoped
class Portfolio {

    // A share is counted as Score counts it, and ScorecardTest's cases hold for both.
    private static final String LINES = """
            WITH chosen AS MATERIALIZED (
                SELECT agreement.id, agreement.status, keys.key
                FROM agreement CROSS JOIN LATERAL (<keys>) AS keys
                WHERE <chosen> AND keys.key > ?
            ),
            page AS (SELECT DISTINCT key FROM chosen ORDER BY key LIMIT ?),
            shown AS (SELECT chosen.* FROM chosen JOIN page USING (key)),
            promised AS (
                SELECT agreement_id,
                       count(*) AS commitments,
                       count(*) FILTER (WHERE status = 'FULFILLED') AS fulfilled,
                       count(*) FILTER (WHERE status = 'REPORTED_FULFILLED') AS awaiting,
                       count(*) FILTER (WHERE status = 'DISPUTED') AS disputed,
                       coalesce(sum(weight) FILTER (WHERE counts), 0) AS weight,
                       coalesce(sum(weight * share) FILTER (WHERE counts), 0) AS done
                FROM (
                    SELECT agreement_id, status, weight, status NOT IN ('WAIVED', 'CANCELLED') AS counts,
                           CASE status
                               WHEN 'FULFILLED' THEN 1
                               WHEN 'NOT_FULFILLED' THEN 0
                               WHEN 'PARTIALLY_FULFILLED' THEN coalesce(reached, 0.5)
                               ELSE coalesce(reached, 0)
                           END AS share
                    FROM commitment CROSS JOIN LATERAL (
                        SELECT least(1, greatest(0, round(((review->>'value')::numeric - coalesce((target->>'baseline')::numeric, 0))
                            / nullif((target->>'target')::numeric - coalesce((target->>'baseline')::numeric, 0), 0), 4))) AS reached
                    ) AS measured
                    WHERE agreement_id IN (SELECT id FROM shown)
                ) AS scored
                GROUP BY agreement_id
            ),
            due AS (
                SELECT agreement_id,
                       count(*) FILTER (WHERE promised AND status = 'MET'
                           AND (met_on > last_day) IS NOT TRUE) AS met_in_time,
                       count(*) FILTER (WHERE promised AND status = 'MET' AND met_on > last_day) AS met_late,
                       count(*) FILTER (WHERE promised AND status NOT IN ('MET', 'WAIVED', 'CANCELLED', 'LAPSED')
                           AND NOT overdue) AS open,
                       count(*) FILTER (WHERE promised AND overdue) AS overdue,
                       count(*) FILTER (WHERE promised AND status IN ('WAIVED', 'CANCELLED', 'LAPSED')) AS dropped,
                       bool_or(NOT promised AND overdue) AS stagnant
                FROM (
                    SELECT *, kind <> 'STAGNATION' AS promised,
                           status = 'ACTIVE' AND due_at IS NOT NULL AND due_at <= ? AS overdue
                    FROM known_deadline WHERE until IS NULL AND agreement_id IN (SELECT id FROM shown)
                ) AS judged
                GROUP BY agreement_id
            )
            SELECT key,
                   count(*) AS agreements,
                   count(*) FILTER (WHERE shown.status = 'IN_FORCE') AS in_force,
                   count(*) FILTER (WHERE stagnant) AS stagnant,
                   coalesce(sum(weight), 0) AS weight,
                   coalesce(sum(done), 0) AS done,
                   coalesce(sum(commitments), 0) AS commitments,
                   coalesce(sum(fulfilled), 0) AS fulfilled,
                   coalesce(sum(awaiting), 0) AS awaiting,
                   coalesce(sum(disputed), 0) AS disputed,
                   coalesce(sum(met_in_time), 0) AS met_in_time,
                   coalesce(sum(met_late), 0) AS met_late,
                   coalesce(sum(open), 0) AS open,
                   coalesce(sum(overdue), 0) AS overdue,
                   coalesce(sum(dropped), 0) AS dropped
            FROM shown
            LEFT JOIN promised ON promised.agreement_id = shown.id
            LEFT JOIN due ON due.agreement_id = shown.id
            GROUP BY key ORDER BY key
            """;

    private final AgroalDataSource database;
    private final InstantSource clock;

    Portfolio(AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which agreements are looked at: those that are all of it.
     *
     * @param tags what each must have
     * @param officer the subject of one who answers for them today
     */
    record Choice(
            List<String> tags,
            @Nullable AgreementStatus status,
            @Nullable String officer) {}

    /** The next lines in the order of their keys. */
    List<PortfolioLine> page(PortfolioKey by, Choice choice, String after, int rows) {
        var now = clock.instant();
        var sql = LINES.replace("<keys>", by.sql()).replace("<chosen>", where(choice));
        try (var connection = database.getConnection();
                var select = Where.plannedForItsValues(connection, sql)) {
            var index = 1;
            for (var value : values(by, choice, now)) {
                if (value instanceof List<?> tags) {
                    select.setArray(index++, connection.createArrayOf("text", tags.toArray()));
                } else {
                    select.setObject(index++, value);
                }
            }
            select.setString(index++, after);
            select.setInt(index++, rows);
            select.setObject(index, now.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
            var lines = new ArrayList<PortfolioLine>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the portfolio", e);
        }
    }

    /** What is a draft binds nobody, and what is void never was. */
    private static String where(Choice choice) {
        var where = new StringBuilder("agreement.status NOT IN ('DRAFT', 'VOIDED') AND agreement.tags @> ?");
        if (choice.status() != null) {
            where.append(" AND agreement.status = ?");
        }
        if (choice.officer() != null) {
            where.append(" AND EXISTS (SELECT FROM assignment WHERE agreement_id = agreement.id AND subject = ?")
                    .append(" AND role <> 'FOLLOWER' AND since <= ?::date AND (until IS NULL OR until >= ?::date))");
        }
        return where.toString();
    }

    private static List<Object> values(PortfolioKey by, Choice choice, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var values = new ArrayList<Object>();
        if (by == PortfolioKey.OFFICER) {
            values.addAll(List.of(today, today));
        }
        values.add(choice.tags());
        if (choice.status() != null) {
            values.add(choice.status().name());
        }
        if (choice.officer() != null) {
            values.addAll(List.of(choice.officer(), today, today));
        }
        return values;
    }

    private static PortfolioLine line(ResultSet row) throws SQLException {
        var weight = row.getBigDecimal("weight");
        return new PortfolioLine(
                row.getString("key"),
                row.getInt("agreements"),
                row.getInt("in_force"),
                row.getInt("stagnant"),
                weight.signum() == 0 ? null : Progress.share(row.getBigDecimal("done"), weight),
                new BigDecimal(weight.stripTrailingZeros().toPlainString()),
                row.getInt("commitments"),
                row.getInt("fulfilled"),
                row.getInt("awaiting"),
                row.getInt("disputed"),
                new DeadlineCounts(
                        row.getInt("met_in_time"),
                        row.getInt("met_late"),
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("dropped")));
    }
}
