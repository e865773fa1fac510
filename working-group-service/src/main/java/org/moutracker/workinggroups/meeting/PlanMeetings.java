package org.moutracker.workinggroups.meeting;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Known;
import org.moutracker.workinggroups.deadline.Standing;
import org.moutracker.workinggroups.workinggroup.GroupRules;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Keeps the deadline of the next ordinary meeting as the meeting rule and the meetings so far say. */
@ApplicationScoped
public class PlanMeetings implements GroupRules {

    private final MeetingRepository meetings;
    private final MeetingLedger ledger;
    private final GroupDeadlines deadlines;
    private final InstantSource clock;

    PlanMeetings(MeetingRepository meetings, MeetingLedger ledger, GroupDeadlines deadlines, InstantSource clock) {
        this.meetings = meetings;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Brings the deadlines to what the group's terms and meetings say; the group must be locked. */
    @Override
    @Transactional(MANDATORY)
    public void follow(WorkingGroup group, String who) {
        deadlines.hold(List.of(group.id()));
        var known = deadlines.known(group.id(), MeetingDuties.sources(group.id())).stream()
                .collect(toMap(Known::source, one -> one));
        if (group.hasEnded()) {
            cancelToCome(group, who);
            deadlines.close(open(known), Standing.closed(DeadlineStatus.LAPSED, "the group has ended"), who);
        } else if (group.terms().meetings() == null || group.establishedOn() == null) {
            deadlines.close(
                    open(known), Standing.closed(DeadlineStatus.CANCELLED, "the terms have no meeting rule"), who);
        } else {
            bring(group, new Turns(group.terms().meetings(), meetings.ordinary(group.id())), known, who);
        }
    }

    private void bring(WorkingGroup group, Turns turns, Map<String, Known> known, String who) {
        var rule = turns.rule();
        if (rule == null) {
            return;
        }
        var days = turns.days();
        var duties = Duties.of(known.values());
        for (var number = 1; number <= days.size(); number++) {
            var day = days.get(number - 1);
            var one = known.get(MeetingDuties.source(group.id(), duties.metBy(number)));
            if (one != null && !day.equals(one.metOn())) {
                var isMet = one.status() == DeadlineStatus.MET;
                if (isMet) {
                    // It was met by a meeting that never was; another has taken its place.
                    deadlines.follow(
                            group.id(),
                            List.of(MeetingDuties.again(
                                    group.id(),
                                    rule,
                                    days.subList(0, number - 1),
                                    turns.held().get(number - 1).host(),
                                    duties)),
                            who);
                }
                deadlines.close(
                        List.of(one.source()),
                        new Standing.Closed(DeadlineStatus.MET, day, "the meeting was held"),
                        who);
            }
        }
        var beyond = new ArrayList<>(open(known));
        beyond.removeIf(source -> Duties.number(source) <= duties.next(days.size()));
        deadlines.close(beyond, Standing.closed(DeadlineStatus.CANCELLED, "the meeting before it never was"), who);
        turns.nextHost()
                .ifPresent(host -> deadlines.follow(
                        group.id(), List.of(MeetingDuties.next(group.id(), rule, days, host, duties)), who));
    }

    private static List<String> open(Map<String, Known> known) {
        return known.values().stream()
                .filter(one -> one.status().isOpen())
                .map(Known::source)
                .toList();
    }

    private void cancelToCome(WorkingGroup group, String who) {
        var now = clock.instant();
        for (var meeting : meetings.lockToCome(group.id())) {
            ledger.tell(meeting.cancel("the group has ended", now), "the group has ended", who);
        }
    }
}
