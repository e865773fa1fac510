package org.moutracker.workinggroups.workinggroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.workinggroups.deadline.FollowRecords;
import org.moutracker.workinggroups.deadline.MeetDeadlines;

/** Establishes a group, by command or because nobody is missing any more, and so meets its deadline. */
@ApplicationScoped
class ConstituteGroup {

    private final WorkingGroupRepository groups;
    private final MeetDeadlines meetDeadlines;
    private final FollowRecords records;
    private final AskRules rules;
    private final GroupLedger ledger;

    ConstituteGroup(
            WorkingGroupRepository groups,
            MeetDeadlines meetDeadlines,
            FollowRecords records,
            AskRules rules,
            GroupLedger ledger) {
        this.groups = groups;
        this.meetDeadlines = meetDeadlines;
        this.records = records;
        this.rules = rules;
        this.ledger = ledger;
    }

    /** On the day that somebody names. */
    void on(LocalDate day, WorkingGroup group, Instant now, String who) {
        constitute(group, day, Optional.of(day), now, who);
    }

    private void constitute(WorkingGroup group, LocalDate day, Optional<LocalDate> named, Instant now, String who) {
        ledger.tell(group.constitute(day, now), who);
        meetDeadlines.ofEstablishment(group.id, named, now, who);
        records.happened(group.id, group.agreements(), AnchorEvent.GROUP_ESTABLISHED, day, now);
        rules.about(group, who);
    }

    /**
     * If nobody is missing after what a party has just done: on the day that it is there. The deadline is judged by its
     * own clock, since it may still be in time where it is tomorrow already.
     */
    void ifComplete(WorkingGroup group, GroupParty by, Instant now, String who) {
        if (group.isComplete()) {
            // What was done before is a version of its own.
            groups.flush();
            var today = now.atZone(ZoneId.of(by.zone())).toLocalDate();
            constitute(group, today, Optional.empty(), now, who);
        }
    }
}
