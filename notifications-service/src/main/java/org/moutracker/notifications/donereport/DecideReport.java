package org.moutracker.notifications.donereport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.moutracker.notifications.alert.LinkedAlerts;
import org.moutracker.notifications.delivery.DoneNoticeQueue;
import org.moutracker.notifications.donereport.DoneReportEvent.DoneReportConfirmed;
import org.moutracker.platform.messaging.Outbox;

/**
 * Confirms a done report, which is told to whoever meets the deadline, or declines it, which is told to the reporter. The plan
 * of the deadline is held meanwhile.
 */
@ApplicationScoped
class DecideReport {

    private final DoneReports reports;
    private final DoneNoticeQueue notices;
    private final LinkedAlerts alerts;
    private final Outbox outbox;
    private final InstantSource clock;

    DecideReport(
            DoneReports reports, DoneNoticeQueue notices, LinkedAlerts alerts, Outbox outbox, InstantSource clock) {
        this.reports = reports;
        this.notices = notices;
        this.alerts = alerts;
        this.outbox = outbox;
        this.clock = clock;
    }

    void confirm(DoneReport report, Decider by) {
        var confirmed = report.confirm(by, clock.instant());
        reports.keep(confirmed);
        outbox.publish(List.of(new DoneReportConfirmed(DoneReportState.of(confirmed))));
    }

    void decline(DoneReport report, Decider by, String why) {
        var now = clock.instant();
        reports.keep(report.decline(by, why, now));
        notices.decline(report.id(), report.reporterId(), now);
        alerts.decline(report.deadlineId(), report.reporterId());
    }
}
