package org.moutracker.workinggroups.page;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;

/**
 * What a page shows of a group.
 *
 * @param next the first that is still to come; null when nothing with a known day is
 * @param overdue how many are overdue
 * @param open every open deadline, the earliest first
 * @param toMeet open deadlines by which a meeting is to be held or minutes are to be done
 * @param actions what somebody has taken on, the past ones too
 */
record GroupPage(
        UUID id,
        String name,
        String type,
        String status,
        @Nullable LocalDate establishedOn,
        @Nullable Next next,
        int overdue,
        List<GroupSide> sides,
        List<Due> open,
        List<Gathering> coming,
        List<Gathering> held,
        List<Due> toMeet,
        List<Decided> decisions,
        List<Due> actions,
        Timeline timeline) {

    static GroupPage of(GroupRow group, GroupWork work, Map<UUID, Person> people, Instant now) {
        var clocks = new GroupClocks(group.parties());
        var inOrder = work.deadlines().stream()
                .map(due -> due.named(people))
                .sorted(comparing(Due::dueAt, nullsLast(naturalOrder())).thenComparing(Due::id))
                .toList();
        var open = inOrder.stream().filter(due -> due.state().isOpen()).toList();
        var meetings = work.meetings().stream()
                .map(meeting -> meeting.startsAt() == null ? meeting : meeting.on(clocks.at(meeting.startsAt())))
                .toList();
        return new GroupPage(
                group.id(),
                ShownText.of(group.name()),
                group.type(),
                group.status(),
                group.establishedOn(),
                next(open, clocks, now),
                (int) open.stream()
                        .filter(due -> due.state() == DueState.OVERDUE)
                        .count(),
                new GroupSides(group, people, clocks.today(now)).all(open),
                open,
                meetings.stream().filter(Gathering::isToCome).toList(),
                meetings.stream().filter(Gathering::isOver).toList().reversed(),
                of(open, "MEETING", "MINUTES"),
                work.decisions(),
                of(inOrder, "ACTION"),
                Timeline.of(group, inOrder, work, clocks.zone()));
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
