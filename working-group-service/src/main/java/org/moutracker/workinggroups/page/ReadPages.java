package org.moutracker.workinggroups.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.person.People;
import org.moutracker.workinggroups.person.Person;

/** Reads all that a page shows: one statement for each kind of thing, however many groups there are. */
@ApplicationScoped
class ReadPages {

    private final GroupRows groups;
    private final DueRows deadlines;
    private final WorkRows work;
    private final People people;

    ReadPages(GroupRows groups, DueRows deadlines, WorkRows work, People people) {
        this.groups = groups;
        this.deadlines = deadlines;
        this.work = work;
        this.people = people;
    }

    @Transactional
    Optional<GroupPage> group(UUID id, Viewpoint viewpoint, Instant now) {
        return groups.find(List.of(id)).stream().findFirst().map(group -> {
            var due = deadlines.find(List.of(Look.at(id, viewpoint)), now).getOrDefault(id, List.of());
            var all = new GroupWork(
                    due,
                    deadlines.moves(due.stream().map(Due::id).toList()),
                    work.meetings(List.of(id)).getOrDefault(id, List.of()),
                    work.decisions(List.of(id)).getOrDefault(id, List.of()));
            return GroupPage.of(group, all, people.find(persons(List.of(group), due)), now);
        });
    }

    /** What a member sees of all groups, as far as whoever looks may see it. */
    @Transactional
    Optional<MemberPage> member(UUID person, Viewpoint viewpoint, Instant now) {
        var of = groups.of(person);
        var looks = of.stream()
                .map(group -> Look.asMember(group.id(), seat(group, person).party(), viewpoint))
                .toList();
        var due = deadlines.find(looks, now);
        var meetings = work.meetings(of.stream().map(GroupRow::id).toList());
        var persons = persons(of, due.values().stream().flatMap(List::stream).toList());
        persons.add(person);
        var known = people.find(persons);
        return Optional.ofNullable(known.get(person)).map(found -> page(found, of, due, meetings, known, now));
    }

    private static MemberPage page(
            Person person,
            List<GroupRow> of,
            Map<UUID, List<Due>> due,
            Map<UUID, List<Gathering>> meetings,
            Map<UUID, Person> known,
            Instant now) {
        var seats = of.stream()
                .map(group -> {
                    var work = new GroupWork(
                            due.getOrDefault(group.id(), List.of()),
                            List.of(),
                            meetings.getOrDefault(group.id(), List.of()),
                            List.of());
                    return seat(person.id(), group, GroupPage.of(group, work, known, now));
                })
                .sorted(Comparator.comparing(MemberPage.OwnSeat::first))
                .toList();
        return new MemberPage(person.id(), ShownText.of(person.name()), person.language(), seats);
    }

    private static MemberPage.OwnSeat seat(UUID person, GroupRow group, GroupPage page) {
        var seat = seat(group, person);
        var mine = page.open().stream()
                .filter(deadline -> deadline.concerns(person, seat.party()))
                .toList();
        var coming = page.coming().stream()
                .map(meeting -> new MemberPage.OwnMeeting(meeting, meeting.answer(person)))
                .toList();
        return new MemberPage.OwnSeat(page, ShownText.of(seat.party()), seat.role(), seat.status(), coming, mine);
    }

    private static GroupRow.MemberRow seat(GroupRow group, UUID person) {
        return group.members().stream()
                .filter(member -> member.personId().equals(person) && !member.hasEnded())
                .findFirst()
                .orElseThrow();
    }

    private static Set<UUID> persons(List<GroupRow> groups, List<Due> due) {
        var persons = new HashSet<UUID>();
        groups.forEach(group -> group.members().stream()
                .filter(member -> !member.hasEnded())
                .forEach(member -> persons.add(member.personId())));
        due.forEach(deadline -> deadline.answerable().forEach(one -> {
            if (one.personId() != null) {
                persons.add(one.personId());
            }
        }));
        return persons;
    }
}
