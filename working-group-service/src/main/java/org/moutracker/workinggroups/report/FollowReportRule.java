package org.moutracker.workinggroups.report;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Rule;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Asked;
import org.moutracker.workinggroups.deadline.Origin;
import org.moutracker.workinggroups.deadline.Responsible;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.workinggroup.GroupRules;
import org.moutracker.workinggroups.workinggroup.LockGroup;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Asks a group for the reports that its terms of reference ask for, one after the other. */
@ApplicationScoped
class FollowReportRule implements GroupRules {

    private static final Standing NOT_ASKED =
            Standing.closed(DeadlineStatus.CANCELLED, "the terms of reference ask for no report");

    private final StoredReports reports;
    private final GroupDeadlines deadlines;
    private final LockGroup groups;

    FollowReportRule(StoredReports reports, GroupDeadlines deadlines, LockGroup groups) {
        this.reports = reports;
        this.deadlines = deadlines;
        this.groups = groups;
    }

    @Override
    @Transactional(MANDATORY)
    public void follow(WorkingGroup group, String who) {
        var locked = groups.of(group);
        var number = reports.covered(locked.id()).duties() + 1;
        var asked = next(locked)
                .map(duty -> asked(locked, number, duty.rule(), Standing.open()))
                .orElseGet(() -> asked(locked, number, never(locked), NOT_ASKED));
        deadlines.follow(locked.id(), List.of(asked), who);
    }

    /** The report that a group owes next; empty for one whose terms ask for none. */
    Optional<ReportDuty> next(Locked group) {
        var rule = group.terms().reports();
        var established = group.establishedOn();
        if (rule == null || established == null || group.hasEnded()) {
            return Optional.empty();
        }
        var covered = reports.covered(group.id());
        return Optional.of(ReportDuty.next(rule, established, covered.duties(), covered.until()));
    }

    /** One is handed in: what asked for it is met, and the next is asked for. */
    @Transactional(MANDATORY)
    void handedIn(Locked group, ReportDuty duty, String report, String who) {
        var asked = new ArrayList<Asked>();
        asked.add(asked(
                group,
                duty.number(),
                duty.rule(),
                new Standing.Closed(DeadlineStatus.MET, group.today(), "report " + report)));
        next(group).ifPresent(more -> asked.add(asked(group, more.number(), more.rule(), Standing.open())));
        deadlines.follow(group.id(), asked, who);
    }

    private static Asked asked(Locked group, int number, Rule rule, Standing standing) {
        return new Asked(
                "working-groups/%s/reports/%d".formatted(group.id(), number),
                DeadlineKind.REPORT,
                "Report no. %d of %s".formatted(number, group.name()),
                rule,
                standing,
                new Origin(null, null, "terms of reference"),
                responsible(group));
    }

    /** Who keeps the papers writes it; all do where nobody was named. */
    private static List<Responsible> responsible(Locked group) {
        var secretariat = group.terms().secretariat();
        return secretariat == null
                ? group.parties().stream()
                        .map(party -> new Responsible(party.code()))
                        .toList()
                : List.of(new Responsible(secretariat));
    }

    /** Of what is not asked for any more nothing is counted, so any day will do. */
    private static Rule never(Locked group) {
        return Rule.of(new Anchor.On(group.today()));
    }
}
