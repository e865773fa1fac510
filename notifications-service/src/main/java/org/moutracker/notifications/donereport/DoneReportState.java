package org.moutracker.notifications.donereport;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a done report: ids alone, neither names nor what anybody has written.
 *
 * @param confirmedBy null when somebody confirmed it with a token
 */
record DoneReportState(
        UUID id,
        UUID deadlineId,
        int scheduleNo,
        @Nullable UUID agreementId,
        @Nullable UUID workingGroupId,
        UUID reportedBy,
        Instant reportedAt,
        LocalDate doneOn,
        DoneReportStatus state,
        Instant confirmedAt,
        @Nullable UUID confirmedBy) {

    static DoneReportState of(DoneReport report) {
        return new DoneReportState(
                report.id(),
                report.deadlineId(),
                report.scheduleNo(),
                report.agreementId(),
                report.workingGroupId(),
                report.reporterId(),
                report.reportedAt(),
                report.on(),
                report.state(),
                requireNonNull(report.decidedAt()),
                report.decidedBy());
    }
}
