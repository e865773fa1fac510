package org.moutracker.workinggroups.page;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;

/**
 * What a page shows of a group.
 *
 * @param next the first that is still to come; null when nothing with a known day is
 * @param overdue how many are overdue
 * @param open the open deadlines, the earliest first
 * @param openCount how many there are
 * @param unrecorded meetings whose time has passed and of which nothing was recorded
 * @param reports those that were handed in, the newest first; what is known by now before them
 * @param toMeet open deadlines by which a meeting is to be held or minutes are to be done
 * @param actions what somebody has taken on, the past ones too
 */
record GroupPage(
        UUID id,
        String name,
        String type,
        String status,
        @Nullable LocalDate establishedOn,
        GroupState state,
        Kin kin,
        @Nullable Next next,
        int overdue,
        List<GroupSide> sides,
        List<Due> open,
        int openCount,
        List<Gathering> coming,
        List<Gathering> unrecorded,
        List<Gathering> held,
        List<Due> toMeet,
        List<Decided> decisions,
        List<Due> actions,
        List<Handed> reports,
        Timeline timeline) {

    static GroupPage of(GroupRow group, GroupWork work, Map<UUID, Person> people, Instant now) {
        var clocks = new GroupClocks(group.parties());
        var inOrder = work.deadlines().listed().stream()
                .map(due -> due.named(people))
                .sorted(comparing(Due::dueAt, nullsLast(naturalOrder())).thenComparing(Due::id))
                .toList();
        var open = inOrder.stream().filter(due -> due.state().isOpen()).toList();
        var meetings = work.meetings().stream()
                .map(meeting -> meeting.startsAt() == null || !meeting.isToCome(now)
                        ? meeting
                        : meeting.on(clocks.at(meeting.startsAt())))
                .toList();
        return new GroupPage(
                group.id(),
                ShownText.of(group.name()),
                group.type(),
                group.status(),
                group.establishedOn(),
                group.state(),
                work.kin(),
                next(open, clocks, now),
                work.deadlines().overdue(),
                new GroupSides(group, people, now).all(open),
                open,
                work.deadlines().open(),
                meetings.stream().filter(meeting -> meeting.isToCome(now)).toList(),
                meetings.stream().filter(meeting -> meeting.isUnrecorded(now)).toList(),
                meetings.stream().filter(Gathering::isOver).toList().reversed(),
                of(open, "MEETING", "MINUTES"),
                work.decisions(),
                of(inOrder, "ACTION"),
                reports(group, work.reports(), clocks.latestDay(now)),
                Timeline.of(group, inOrder, work, clocks.zone(), now));
    }

    private static List<Handed> reports(GroupRow group, List<Handed> handed, LocalDate today) {
        var established = group.establishedOn();
        var from = established == null || established.isAfter(today) ? today.minusYears(1) : established;
        return Stream.concat(Stream.of(Handed.of(new AskedReport.Days(from, today))), handed.stream())
                .toList();
    }

    private static List<Due> of(List<Due> deadlines, String... kinds) {
        return deadlines.stream()
                .filter(due -> due.isOf(kinds) && due.state() != DueState.CANCELLED)
                .toList();
    }

    private static @Nullable Next next(List<Due> open, GroupClocks clocks, Instant now) {
        for (var due : open) {
            var dueAt = due.dueAt();
            if (dueAt != null && due.state().isToCome()) {
                return new Next(due, Countdown.of(dueAt, now), clocks.at(dueAt));
            }
        }
        return null;
    }
}
