package org.moutracker.notifications.plan;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.StorageFailed;

/** Of how many deadlines nobody at all can be told: somebody has to be named, or reached in another way. */
@Startup
@ApplicationScoped
class UntoldGauge {

    private final Sql sql;

    UntoldGauge(MeterRegistry registry, Sql sql) {
        this.sql = sql;
        registry.gauge("mou.alerts.unreachable", this, UntoldGauge::count);
    }

    private double count() {
        try {
            return sql.query(
                            "SELECT count(*) AS plans FROM plan WHERE untold_at IS NOT NULL",
                            row -> row.getDouble("plans"))
                    .getFirst();
        } catch (StorageFailed e) {
            return Double.NaN;
        }
    }
}
