package org.moutracker.workinggroups.meeting;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.meeting.MeetingPlan.LastHeld;
import org.moutracker.workinggroups.meeting.MeetingPlan.NextDue;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Looks at the meetings of a group as a whole: the last, the next, and whether it is late. */
@ApplicationScoped
class MeetingPlans {

    private static final int MOST = 50;

    private final MeetingRepository meetings;
    private final MeetingViews views;
    private final GroupDeadlines deadlines;
    private final InstantSource clock;

    MeetingPlans(MeetingRepository meetings, MeetingViews views, GroupDeadlines deadlines, InstantSource clock) {
        this.meetings = meetings;
        this.views = views;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    MeetingPlan of(WorkingGroup group) {
        var rule = group.terms().meetings();
        var turns = new Turns(rule, meetings.ordinary(group.id()));
        var held = turns.held();
        var next = next(group, held.size());
        var toCome = new MeetingFilter(group.id(), null, null, null, null, null, true, null);
        return new MeetingPlan(
                group.id(),
                rule == null ? null : rule.every(),
                held.isEmpty() ? null : last(held.getLast()),
                next.orElse(null),
                next.map(due -> overdueBy(due, group, clock.instant())).orElse(null),
                turns.nextHost().orElse(null),
                views.summaries(meetings.page(toCome, null, MOST)));
    }

    private static LastHeld last(Ordinary held) {
        return new LastHeld(held.id(), held.number(), held.title(), requireNonNull(held.heldOn()));
    }

    private Optional<NextDue> next(WorkingGroup group, int held) {
        var known = deadlines.known(group.id(), MeetingDuties.sources(group.id()));
        var source = MeetingDuties.source(group.id(), Duties.of(known).next(held));
        return known.stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .map(one -> new NextDue(one.id(), one.status(), one.lastDay(), one.dueAt()));
    }

    private static @Nullable String overdueBy(NextDue due, WorkingGroup group, Instant now) {
        var at = due.dueAt();
        var lastDay = due.lastDay();
        return due.status() == DeadlineStatus.ACTIVE && at != null && lastDay != null && !at.isAfter(now)
                ? Period.between(lastDay, earliestDay(group, now)).toString()
                : null;
    }

    /** The day where it begins last: nobody is late until the day is over for all. */
    private static LocalDate earliestDay(WorkingGroup group, Instant now) {
        return group.parties().stream()
                .map(party -> now.atZone(ZoneId.of(party.zone())).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
