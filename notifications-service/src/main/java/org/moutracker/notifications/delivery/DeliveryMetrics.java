package org.moutracker.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.StorageFailed;

/** What operators watch: how much waits and for how long, and what came of what was tried. */
@Startup
@ApplicationScoped
class DeliveryMetrics {

    private static final String WAITING = // What waits for its recipient to verify his address waits for no server.
            "FROM delivery WHERE next_attempt_at < 'infinity' OR lease_until IS NOT NULL";

    private final MeterRegistry registry;
    private final Sql sql;

    DeliveryMetrics(MeterRegistry registry, Sql sql) {
        this.registry = registry;
        this.sql = sql;
        registry.gauge("mou.alerts.unsent", this, metrics -> metrics.ask("SELECT count(*) AS answer " + WAITING));
        registry.gauge(
                "mou.alerts.unsent.oldest.seconds",
                this,
                metrics -> metrics.ask(
                        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) AS answer "
                                + WAITING));
        watchBrakes();
    }

    /** What a hold keeps back, and what waits for a release, is told apart from what waits for a server. */
    private void watchBrakes() {
        registry.gauge(
                "mou.alerts.held",
                this,
                metrics -> metrics.ask("SELECT count(*) AS answer FROM delivery WHERE next_attempt_at IS NOT NULL AND "
                        + Brakes.HELD));
        registry.gauge(
                "mou.holds.standing", this, metrics -> metrics.ask("SELECT count(*) AS answer FROM standing_hold"));
        registry.gauge(
                "mou.releases.waiting",
                this,
                metrics -> metrics.ask("SELECT count(*) AS answer FROM volume WHERE state = 'WAITING'"));
    }

    void count(Settlement settlement) {
        registry.counter(
                        "mou.deliveries",
                        "channel",
                        "mail",
                        "outcome",
                        settlement.answer().outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private double ask(String question) {
        try {
            return sql.query(question, row -> row.getDouble("answer")).getFirst();
        } catch (StorageFailed e) {
            return Double.NaN;
        }
    }
}
