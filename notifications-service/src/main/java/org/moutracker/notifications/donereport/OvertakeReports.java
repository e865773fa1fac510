package org.moutracker.notifications.donereport;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.DeadlinesChanged;
import org.moutracker.platform.messaging.Received;

/** Ends the reports about deadlines of which nobody needs to know any more whether they were done. */
@ApplicationScoped
class OvertakeReports {

    // After whoever locks the plans.
    private static final int AFTER_PLANS = Interceptor.Priority.LIBRARY_AFTER;

    private final DoneReports reports;
    private final InstantSource clock;

    OvertakeReports(DoneReports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    void on(@Observes @Priority(AFTER_PLANS) DeadlinesChanged changed) {
        reports.overtake(
                changed.news().stream()
                        .map(Received::state)
                        .flatMap(Stream::ofNullable)
                        .map(Deadline::id)
                        .toList(),
                clock.instant());
    }
}
