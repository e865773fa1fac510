package org.moutracker.notifications.donereport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.sql.Sql;

/** What whoever has the link of a question can see of a report, and decide in the name of whom was asked. */
@ApplicationScoped
public class LinkedReports {

    /** Which report somebody was asked about. */
    private record Asked(UUID reportId, UUID recipientId) {}

    private final Sql sql;
    private final DoneReports reports;
    private final DecideReport decide;
    private final Plans plans;
    private final InstantSource clock;

    LinkedReports(Sql sql, DoneReports reports, DecideReport decide, Plans plans, InstantSource clock) {
        this.sql = sql;
        this.reports = reports;
        this.decide = decide;
        this.plans = plans;
        this.clock = clock;
    }

    /** Empty for what was never asked. */
    public Optional<LinkedReport> find(UUID notice) {
        return sql
                .query(
                        "SELECT report_id, recipient_id FROM done_notice WHERE id = ? AND kind = 'ASK'",
                        row -> new Asked(
                                row.getObject("report_id", UUID.class), row.getObject("recipient_id", UUID.class)),
                        notice)
                .stream()
                .findFirst()
                .flatMap(asked ->
                        reports.find(asked.reportId()).map(report -> new LinkedReport(asked.recipientId(), report)));
    }

    /** Likewise, once nobody else can decide until this transaction ends. */
    public Optional<LinkedReport> hold(UUID notice) {
        return find(notice)
                .flatMap(found -> plans.lock(found.report().deadlineId()))
                .flatMap(plan -> find(notice));
    }

    /** Whether whoever was asked still answers for it. */
    public boolean mayDecide(LinkedReport linked, Situation situation) {
        return Confirmers.of(situation, clock.instant()).mayDecide(linked.recipientId());
    }

    public void confirm(LinkedReport linked) {
        decide.confirm(linked.report(), Decider.linked(linked.recipientId()));
    }

    public void decline(LinkedReport linked, String why) {
        decide.decline(linked.report(), Decider.linked(linked.recipientId()), why);
    }
}
