package org.moutracker.notifications.donereport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.moutracker.notifications.delivery.DoneNoticeQueue;
import org.moutracker.notifications.plan.Situation;

/** Keeps that somebody reports something done, and asks whoever answers for it. */
@ApplicationScoped
public class ReportDone {

    private final DoneReports reports;
    private final DoneNoticeQueue notices;
    private final InstantSource clock;

    ReportDone(DoneReports reports, DoneNoticeQueue notices, InstantSource clock) {
        this.reports = reports;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Its plan is held, and nothing is reported of it that waits for a decision.
     *
     * @return whether anybody could be asked
     */
    public boolean report(NewDoneReport said, Situation situation) {
        var now = clock.instant();
        var report = DoneReport.of(said, situation, now);
        reports.add(report);
        var asked = Confirmers.of(situation, now).asked(report.reporterId(), report.party());
        notices.ask(report.id(), asked, now);
        return !asked.isEmpty();
    }
}
