package org.moutracker.workinggroups.page;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/**
 * What a page shows of a group.
 *
 * @param next the first that is still to come; null when nothing with a known day is
 * @param overdue how many are overdue
 * @param open every open deadline, the earliest first
 * @param meetings deadlines by which meetings are to be held and minutes to be done, the past ones too
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
        List<Due> meetings,
        List<Due> actions,
        Timeline timeline) {

    static GroupPage of(GroupRow group, List<Due> deadlines, List<Moved> moves, Map<UUID, Person> people, Instant now) {
        var inOrder = deadlines.stream()
                .map(due -> due.named(people))
                .sorted(comparing(Due::dueAt, nullsLast(naturalOrder())).thenComparing(Due::id))
                .toList();
        var open = inOrder.stream().filter(due -> due.state().isOpen()).toList();
        return new GroupPage(
                group.id(),
                ShownText.of(group.name()),
                group.type(),
                group.status(),
                group.establishedOn(),
                next(group, open, now),
                (int) open.stream()
                        .filter(due -> due.state() == DueState.OVERDUE)
                        .count(),
                sides(group, open, people),
                open,
                of(inOrder, "MEETING", "MINUTES"),
                of(inOrder, "ACTION"),
                Timeline.of(group, inOrder, moves, zone(group)));
    }

    private static List<Due> of(List<Due> deadlines, String... kinds) {
        return deadlines.stream()
                .filter(due -> due.isOf(kinds) && due.state() != DueState.CANCELLED)
                .toList();
    }

    private static @Nullable Next next(GroupRow group, List<Due> open, Instant now) {
        for (var due : open) {
            var dueAt = due.dueAt();
            if (dueAt != null && due.state().isToCome()) {
                return new Next(due, Countdown.of(dueAt, now), clocks(group, dueAt));
            }
        }
        return null;
    }

    /** Every zone once, with the parties that live by it. */
    private static List<Clock> clocks(GroupRow group, Instant at) {
        var byZone = new LinkedHashMap<String, String>();
        group.parties()
                .forEach(party -> byZone.merge(party.zone(), party.code(), (codes, code) -> codes + ", " + code));
        return byZone.entrySet().stream()
                .map(zone -> new Clock(ShownText.of(zone.getValue()), at, ZoneId.of(zone.getKey())))
                .toList();
    }

    /** By whose clocks a day in the history is told: the first party's. */
    private static ZoneId zone(GroupRow group) {
        return group.parties().stream()
                .map(GroupParty::zone)
                .map(ZoneId::of)
                .findFirst()
                .orElse(ZoneId.of("UTC"));
    }

    private static List<GroupSide> sides(GroupRow group, List<Due> open, Map<UUID, Person> people) {
        var sides = new LinkedHashSet<String>();
        group.parties().forEach(party -> sides.add(party.side()));
        return sides.stream().map(side -> side(side, group, open, people)).toList();
    }

    private static GroupSide side(String side, GroupRow group, List<Due> open, Map<UUID, Person> people) {
        var parties = group.parties().stream()
                .filter(party -> party.side().equals(side))
                .map(GroupParty::code)
                .toList();
        return new GroupSide(
                ShownText.of(side),
                group.members().stream()
                        .filter(member -> member.side().equals(side) && !member.hasEnded())
                        .map(member -> sitting(member, people))
                        .toList(),
                group.missing().stream()
                        .filter(missing -> missing.side().equals(side))
                        .collect(groupingBy(GroupRow.MissingRow::what, LinkedHashMap::new, counting()))
                        .entrySet()
                        .stream()
                        .map(missing -> new Lacking(missing.getKey(), missing.getValue()))
                        .toList(),
                open.stream()
                        .filter(due -> due.state() == DueState.OVERDUE && due.isOwedBy(parties))
                        .toList());
    }

    private static Sitting sitting(GroupRow.MemberRow member, Map<UUID, Person> people) {
        var person = people.get(member.personId());
        return new Sitting(
                member.personId(),
                person == null ? "–" : ShownText.of(person.name()),
                ShownText.of(member.party()),
                member.role(),
                member.status());
    }
}
