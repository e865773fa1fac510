package org.moutracker.workinggroups.report;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.workinggroups.workinggroup.LockGroup;

/** Keeps a report as everything is known now, and meets the deadline of the one that was asked for. */
@ApplicationScoped
@Transactional(MANDATORY)
class HandInReport {

    private final LockGroup groups;
    private final WriteReport writeReport;
    private final StoredReports reports;
    private final FollowReportRule rule;

    HandInReport(LockGroup groups, WriteReport writeReport, StoredReports reports, FollowReportRule rule) {
        this.groups = groups;
        this.writeReport = writeReport;
        this.reports = reports;
        this.rule = rule;
    }

    StoredReport of(UUID id, LocalDate from, LocalDate to, @Nullable UUID agreement, String who) {
        var group = groups.lock(id);
        var content = writeReport.of(id, from, to, agreement);
        var duty = rule.next(group)
                .filter(asked -> agreement == null && asked.isCoveredBy(from, to))
                .orElse(null);
        var year = group.today().getYear();
        var serial = reports.nextSerial(id, year);
        var report = new StoredReport(
                Ids.next(),
                id,
                StoredReport.number(year, serial),
                agreement,
                from,
                to,
                duty == null ? null : duty.number(),
                content.asOf(),
                who,
                content);
        reports.add(report, year, serial);
        if (duty != null) {
            rule.handedIn(group, duty, report.number(), who);
        }
        return report;
    }
}
