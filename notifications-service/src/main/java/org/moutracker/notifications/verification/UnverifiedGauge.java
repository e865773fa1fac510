package org.moutracker.notifications.verification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.StorageFailed;

/** How many people are told nothing yet, because nobody has verified their address. */
@Startup
@ApplicationScoped
class UnverifiedGauge {

    private final Sql sql;

    UnverifiedGauge(MeterRegistry registry, Sql sql) {
        this.sql = sql;
        registry.gauge("mou.recipients.unverified", this, UnverifiedGauge::count);
    }

    private double count() {
        try {
            return sql.query(
                            "SELECT count(*) AS people FROM recipient WHERE verified_at IS NULL AND email IS NOT NULL",
                            row -> row.getDouble("people"))
                    .getFirst();
        } catch (StorageFailed e) {
            return Double.NaN;
        }
    }
}
