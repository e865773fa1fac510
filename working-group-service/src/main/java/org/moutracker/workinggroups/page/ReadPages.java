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
import org.moutracker.workinggroups.workinggroup.Member;

/** Reads all that a page shows: one statement for each kind of thing, however many groups there are. */
@ApplicationScoped
class ReadPages {

    private final GroupRows groups;
    private final DueRows deadlines;
    private final WorkRows work;
    private final KinRows kin;
    private final ReadReports reports;
    private final People people;

    ReadPages(GroupRows groups, DueRows deadlines, WorkRows work, KinRows kin, ReadReports reports, People people) {
        this.groups = groups;
        this.deadlines = deadlines;
        this.work = work;
        this.kin = kin;
        this.reports = reports;
        this.people = people;
    }

    @Transactional
    Optional<GroupPage> group(UUID id, Viewpoint viewpoint, Instant now) {
        return groups.find(List.of(id), now).stream().findFirst().map(group -> {
            var due = deadlines.find(List.of(Look.at(id, viewpoint)), now).getOrDefault(id, Dues.NONE);
            var all = new GroupWork(
                    due,
                    deadlines.moves(due.listed().stream().map(Due::id).toList()),
                    work.meetings(List.of(id), null).getOrDefault(id, List.of()),
                    work.decisions(List.of(id)).getOrDefault(id, List.of()),
                    kin.of(List.of(id)).getOrDefault(id, Kin.NONE),
                    reports.latest(id));
            return GroupPage.of(group, all, people.find(persons(List.of(group), due.listed())), now);
        });
    }

    /** What a member sees of all groups, as far as whoever looks may see it. */
    @Transactional
    Optional<MemberPage> member(UUID person, Viewpoint viewpoint, Instant now) {
        var of = groups.of(person, now);
        var looks = of.stream()
                .map(group -> Look.asMember(group.id(), seat(group, person).party(), viewpoint))
                .toList();
        var due = deadlines.find(looks, now);
        var ids = of.stream().map(GroupRow::id).toList();
        var meetings = work.meetings(ids, person);
        var above = kin.of(ids);
        var persons = persons(
                of, due.values().stream().flatMap(one -> one.listed().stream()).toList());
        persons.add(person);
        var known = people.find(persons);
        return Optional.ofNullable(known.get(person)).map(found -> page(found, of, due, meetings, above, known, now));
    }

    private static MemberPage page(
            Person person,
            List<GroupRow> of,
            Map<UUID, Dues> due,
            Map<UUID, List<Gathering>> meetings,
            Map<UUID, Kin> kin,
            Map<UUID, Person> known,
            Instant now) {
        var seats = of.stream()
                .map(group -> {
                    var work = new GroupWork(
                            due.getOrDefault(group.id(), Dues.NONE),
                            List.of(),
                            meetings.getOrDefault(group.id(), List.of()),
                            List.of(),
                            kin.getOrDefault(group.id(), Kin.NONE),
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
        return new MemberPage.OwnSeat(
                page,
                ShownText.of(seat.party()),
                seat.role().name(),
                seat.status().name(),
                mine);
    }

    private static Member seat(GroupRow group, UUID person) {
        return group.sitting()
                .filter(member -> member.personId().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static Set<UUID> persons(List<GroupRow> groups, List<Due> due) {
        var persons = new HashSet<UUID>();
        groups.forEach(group -> group.sitting().forEach(member -> persons.add(member.personId())));
        due.forEach(deadline -> deadline.answerable().forEach(one -> {
            if (one.personId() != null) {
                persons.add(one.personId());
            }
        }));
        return persons;
    }
}
