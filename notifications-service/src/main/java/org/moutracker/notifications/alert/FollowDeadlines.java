package org.moutracker.notifications.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.DeadlinesChanged;
import org.moutracker.notifications.delivery.Deliveries;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Received;

/** Brings plans and alerts in line with their deadlines: moved, met, waived, reopened. */
@ApplicationScoped
class FollowDeadlines {

    private final Plans plans;
    private final MovedDates moved;
    private final Alerts alerts;
    private final Acknowledgements acknowledgements;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final InstantSource clock;

    FollowDeadlines(
            Plans plans,
            MovedDates moved,
            Alerts alerts,
            Acknowledgements acknowledgements,
            Deliveries deliveries,
            Outbox outbox,
            InstantSource clock) {
        this.plans = plans;
        this.moved = moved;
        this.alerts = alerts;
        this.acknowledgements = acknowledgements;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
    }

    void on(@Observes DeadlinesChanged changed) {
        // Plans first: whoever fires one of them has finished when this goes on, so that what he fired is ended too.
        plans.follow(changed.news());
        var deadlines = changed.news().stream()
                .map(Received::state)
                .flatMap(Stream::ofNullable)
                .toList();
        moved.remember(deadlines);
        moved.rememberOver(deadlines);
        var ids = deadlines.stream().map(Deadline::id).toList();
        acknowledgements.endWhereOver(ids, clock.instant());
        var ended = alerts.endWhereOver(ids, clock.instant());
        deliveries.cancel(ended.stream().map(AlertState::id).toList());
        outbox.publish(ended.stream().map(AlertEvent::ended).toList());
    }
}
