package org.moutracker.workinggroups.workinggroup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells operators how many groups somebody should look at. */
@ApplicationScoped
class OrphanGauge {

    // Beyond it nobody counts; the index has none but these, so the count stays cheap.
    private static final int MOST = 10_000;

    private final WorkingGroupRepository groups;
    private final MeterRegistry metrics;

    OrphanGauge(WorkingGroupRepository groups, MeterRegistry metrics) {
        this.groups = groups;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("mou.groups.orphan", this, OrphanGauge::count)
                .description("Groups for which a side has nobody, or whose agreements have all ended")
                .register(metrics);
    }

    private double count() {
        try {
            return QuarkusTransaction.requiringNew().timeout(5).call(() -> groups.orphans(MOST));
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
