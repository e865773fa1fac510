package org.moutracker.platform.due;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Keeps all due work of a service going, and tells operators how far behind it is. */
@ApplicationScoped
class DueLoops {

    private final Instance<DueWork<?>> works;
    private final AgroalDataSource database;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final List<DueLoop<?>> loops = new ArrayList<>();

    DueLoops(@Any Instance<DueWork<?>> works, AgroalDataSource database, MeterRegistry metrics, InstantSource clock) {
        this.works = works;
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        works.forEach(work -> loops.add(started(work)));
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(DueLoop::close);
    }

    private <R> DueLoop<R> started(DueWork<R> work) {
        var claimed = metrics.counter("mou.due.%s.claimed".formatted(work.name()));
        metrics.gauge("mou.due.%s.lag.seconds".formatted(work.name()), work, this::lag);
        return new DueLoop<>(work, database, clock, claimed::increment);
    }

    private double lag(DueWork<?> work) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(work.rows().lag())) {
            var now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
            select.setObject(1, now);
            select.setObject(2, now);
            try (var oldest = select.executeQuery()) {
                return oldest.next() ? oldest.getDouble(1) : 0;
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
