package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;

/**
 * A deadline on a page.
 *
 * @param number of the decision by which somebody took it on, as people call it
 * @param provisional whether its day leans on an estimate
 * @param who those who have to see to it, by name
 * @param internal whether only one side sees it
 */
record Due(
        UUID id,
        String kind,
        @Nullable String number,
        String title,
        DueState state,
        boolean provisional,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        @Nullable LocalDate metOn,
        List<Answerable> answerable,
        List<String> who,
        boolean internal) {

    /** A party that has to see to it, perhaps by one of its people. */
    record Answerable(String party, @Nullable UUID personId) {}

    boolean isOf(String... kinds) {
        return Set.of(kinds).contains(kind);
    }

    /** Whether somebody has to see to it, alone or with the whole party. */
    boolean concerns(UUID person, String party) {
        return answerable.stream()
                .anyMatch(one -> one.personId() == null
                        ? one.party().equals(party)
                        : one.personId().equals(person));
    }

    boolean isOwedBy(Collection<String> parties) {
        return answerable.stream().map(Answerable::party).anyMatch(parties::contains);
    }

    /** The same with the names of those who have to see to it. */
    Due named(Map<UUID, Person> people) {
        var named = answerable.stream()
                .map(one -> name(one.personId() == null ? null : people.get(one.personId()), one.party()))
                .distinct()
                .toList();
        return new Due(id, kind, number, title, state, provisional, lastDay, dueAt, metOn, answerable, named, internal);
    }

    private static String name(@Nullable Person person, String party) {
        return ShownText.of(person == null ? party : "%s (%s)".formatted(person.name(), party));
    }
}
