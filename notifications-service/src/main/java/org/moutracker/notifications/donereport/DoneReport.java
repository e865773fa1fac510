package org.moutracker.notifications.donereport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Somebody says that what was due is done. By itself that meets nothing.
 *
 * @param scheduleNo which of the deadline's dates it is about: a move overtakes it
 * @param content what was true of the deadline when it was reported
 * @param decidedBy the person who was asked; null when somebody decided with a token, or nobody has
 * @param enteredBy who made the request that decided
 * @param reason why it was declined
 */
public record DoneReport(
        UUID id,
        UUID deadlineId,
        int scheduleNo,
        @Nullable UUID agreementId,
        @Nullable UUID workingGroupId,
        UUID alertId,
        UUID reporterId,
        String party,
        LocalDate on,
        @Nullable String note,
        AlertContent content,
        Instant reportedAt,
        DoneReportStatus state,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable String enteredBy,
        @Nullable String reason,
        long version) {

    static DoneReport of(NewDoneReport said, Situation situation, Instant now) {
        var deadline = situation.deadline();
        if (deadline.isWatch()) {
            throw new RuleViolated("progress is reported at the commitment, which moves the day by itself");
        }
        if (said.on().isAfter(now.atZone(said.zone()).toLocalDate())) {
            throw new InvalidRequest("on", "must not be in the future");
        }
        var from = deadline.countedFrom();
        if (from != null && said.on().isBefore(from)) {
            throw new InvalidRequest("on", "must not be before %s, the day it is counted from".formatted(from));
        }
        return new DoneReport(
                Ids.next(),
                deadline.id(),
                deadline.scheduleNo(),
                deadline.agreementId(),
                deadline.workingGroupId(),
                said.alertId(),
                said.reporterId(),
                said.party(),
                said.on(),
                said.note(),
                said.content(),
                now,
                DoneReportStatus.REPORTED,
                null,
                null,
                null,
                null,
                1);
    }

    /** It is done. */
    DoneReport confirm(Decider by, Instant now) {
        return decided(DoneReportStatus.CONFIRMED, by, null, now);
    }

    /** It is not. */
    DoneReport decline(Decider by, String why, Instant now) {
        return decided(DoneReportStatus.DECLINED, by, why, now);
    }

    private DoneReport decided(DoneReportStatus next, Decider by, @Nullable String why, Instant now) {
        if (!state.canBecome(next)) {
            throw new RuleViolated(
                    "the report is %s already".formatted(state.name().toLowerCase(Locale.ROOT)));
        }
        return new DoneReport(
                id,
                deadlineId,
                scheduleNo,
                agreementId,
                workingGroupId,
                alertId,
                reporterId,
                party,
                on,
                note,
                content,
                reportedAt,
                next,
                now,
                by.person(),
                by.enteredBy(),
                why,
                version + 1);
    }

    @Override
    public String toString() {
        return "DoneReport[" + id + "]";
    }
}
