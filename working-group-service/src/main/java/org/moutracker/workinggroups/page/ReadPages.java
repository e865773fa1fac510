package org.moutracker.workinggroups.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.person.People;
import org.moutracker.workinggroups.person.Person;

/** Reads all that a page shows: one statement for each kind of thing, however many groups there are. */
@ApplicationScoped
class ReadPages {

    private final GroupRows groups;
    private final DueRows deadlines;
    private final People people;

    ReadPages(GroupRows groups, DueRows deadlines, People people) {
        this.groups = groups;
        this.deadlines = deadlines;
        this.people = people;
    }

    @Transactional
    Optional<GroupPage> group(UUID id, Viewpoint viewpoint, Instant now) {
        return groups.find(List.of(id)).stream().findFirst().map(group -> {
            var due = deadlines.find(List.of(Look.at(id, viewpoint)), now).getOrDefault(id, List.of());
            var moves = deadlines.moves(due.stream().map(Due::id).toList());
            return GroupPage.of(group, due, moves, people.find(persons(List.of(group))), now);
        });
    }

    /** What a member sees of all groups, as far as whoever looks may see it. */
    @Transactional
    Optional<MemberPage> member(UUID person, Viewpoint viewpoint, Instant now) {
        var of = groups.of(person);
        var known = people.find(
                Stream.concat(Stream.of(person), persons(of).stream()).collect(Collectors.toSet()));
        return Optional.ofNullable(known.get(person)).map(found -> page(found, of, known, viewpoint, now));
    }

    private MemberPage page(
            Person person, List<GroupRow> of, Map<UUID, Person> known, Viewpoint viewpoint, Instant now) {
        var seats = of.stream().collect(Collectors.toMap(GroupRow::id, group -> seat(group, person.id())));
        var due = deadlines.find(
                of.stream()
                        .map(group ->
                                Look.asMember(group.id(), seatIn(seats, group).party(), viewpoint))
                        .toList(),
                now);
        var shown = of.stream()
                .map(group -> {
                    var seat = seatIn(seats, group);
                    var page = GroupPage.of(group, due.getOrDefault(group.id(), List.of()), List.of(), known, now);
                    var mine = page.open().stream()
                            .filter(deadline -> deadline.concerns(person.id(), seat.party()))
                            .toList();
                    return new MemberPage.OwnSeat(page, ShownText.of(seat.party()), seat.role(), seat.status(), mine);
                })
                .sorted(Comparator.comparing(MemberPage.OwnSeat::first))
                .toList();
        return new MemberPage(person.id(), ShownText.of(person.name()), person.language(), shown);
    }

    private static GroupRow.MemberRow seatIn(Map<UUID, GroupRow.MemberRow> seats, GroupRow group) {
        return java.util.Objects.requireNonNull(seats.get(group.id()));
    }

    private static GroupRow.MemberRow seat(GroupRow group, UUID person) {
        return group.members().stream()
                .filter(member -> member.personId().equals(person) && !member.hasEnded())
                .findFirst()
                .orElseThrow();
    }

    private static Set<UUID> persons(List<GroupRow> groups) {
        return groups.stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> !member.hasEnded())
                .map(GroupRow.MemberRow::personId)
                .collect(Collectors.toSet());
    }
}
