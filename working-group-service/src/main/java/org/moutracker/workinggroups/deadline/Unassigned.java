package org.moutracker.workinggroups.deadline;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** Deadlines that nobody is told of, since nobody sits for who has to see to them; operators see how many there are. */
@ApplicationScoped
class Unassigned {

    // Those that come next, by the index that the engine works by: what is years away is nobody's alarm yet.
    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT working_group_id, responsible FROM deadline
                WHERE status = 'ACTIVE' AND NOT passed ORDER BY due_at, id LIMIT 10000) AS next
            WHERE is_unassigned(working_group_id, responsible)
            """;

    private final AgroalDataSource database;
    private final MeterRegistry metrics;

    Unassigned(AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("mou.deadlines.unassigned", this, Unassigned::count)
                .description("Of the next 10,000 deadlines, those that nobody is told of")
                .register(metrics);
    }

    private double count() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT)) {
            select.setQueryTimeout(5);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
