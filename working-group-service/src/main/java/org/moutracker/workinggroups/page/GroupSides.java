package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;
import org.moutracker.workinggroups.workinggroup.Absence;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Member;

/** Sorts what is known of a group by its sides. */
final class GroupSides {

    private static final String NOBODY = "–";

    private final GroupRow group;
    private final Map<UUID, Person> people;
    private final Instant now;

    GroupSides(GroupRow group, Map<UUID, Person> people, Instant now) {
        this.group = group;
        this.people = people;
        this.now = now;
    }

    List<GroupSide> all(List<Due> open) {
        return group.parties().stream()
                .map(GroupParty::side)
                .distinct()
                .map(side -> new GroupSide(ShownText.of(side), members(side), lacking(side), overdue(side, open)))
                .toList();
    }

    private List<Sitting> members(String side) {
        return group.sitting()
                .filter(member -> member.side().equals(side))
                .map(this::sitting)
                .toList();
    }

    private Sitting sitting(Member member) {
        var today = today(member);
        var away = member.absences().stream()
                .filter(absence -> !today.isBefore(absence.from()) && !today.isAfter(absence.to()))
                .findFirst();
        return new Sitting(
                member.personId(),
                name(member.personId()),
                ShownText.of(member.party()),
                member.role().name(),
                member.status().name(),
                away.map(Absence::to).orElse(null),
                away.map(Absence::deputy).map(this::nameOfSeat).orElse(null));
    }

    /** The day that it is for a member's own party. */
    private LocalDate today(Member member) {
        return group.parties().stream()
                .filter(party -> party.code().equals(member.party()))
                .map(party -> now.atZone(ZoneId.of(party.zone())).toLocalDate())
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String nameOfSeat(UUID member) {
        return group.members().stream()
                .filter(other -> Objects.equals(other.id(), member))
                .map(other -> name(other.personId()))
                .findFirst()
                .orElse(null);
    }

    private String name(UUID person) {
        var known = people.get(person);
        return known == null ? NOBODY : ShownText.of(known.name());
    }

    private List<Lacking> lacking(String side) {
        return Lacking.of(group.missing().stream()
                .filter(missing -> missing.side().equals(side))
                .map(missing -> missing.what().name())
                .toList());
    }

    private List<Due> overdue(String side, List<Due> open) {
        var parties = group.parties().stream()
                .filter(party -> party.side().equals(side))
                .map(GroupParty::code)
                .toList();
        return open.stream()
                .filter(due -> due.state() == DueState.OVERDUE && due.isOwedBy(parties))
                .toList();
    }
}
