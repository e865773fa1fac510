package org.moutracker.workinggroups.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** Sorts what is known of a group by its sides. */
final class GroupSides {

    private static final String NOBODY = "–";

    private final GroupRow group;
    private final Map<UUID, Person> people;
    private final LocalDate today;

    GroupSides(GroupRow group, Map<UUID, Person> people, LocalDate today) {
        this.group = group;
        this.people = people;
        this.today = today;
    }

    List<GroupSide> all(List<Due> open) {
        return group.parties().stream()
                .map(GroupParty::side)
                .distinct()
                .map(side -> new GroupSide(ShownText.of(side), members(side), lacking(side), overdue(side, open)))
                .toList();
    }

    private List<Sitting> members(String side) {
        return group.members().stream()
                .filter(member -> member.side().equals(side) && !member.hasEnded())
                .map(this::sitting)
                .toList();
    }

    private Sitting sitting(GroupRow.MemberRow member) {
        var away = member.awayOn(today);
        return new Sitting(
                member.personId(),
                name(member.personId()),
                ShownText.of(member.party()),
                member.role(),
                member.status(),
                away.map(GroupRow.MemberRow.Away::to).orElse(null),
                away.map(GroupRow.MemberRow.Away::deputy).map(this::nameOfSeat).orElse(null));
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
        return group.missing().stream()
                .filter(missing -> missing.side().equals(side))
                .collect(groupingBy(GroupRow.MissingRow::what, LinkedHashMap::new, counting()))
                .entrySet()
                .stream()
                .map(missing -> new Lacking(missing.getKey(), missing.getValue()))
                .toList();
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
