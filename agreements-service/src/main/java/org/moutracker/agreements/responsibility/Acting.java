package org.moutracker.agreements.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.Absence;

/**
 * Who acts for an agreement on a day: its officers, or who stands in for them.
 *
 * @param officers who acts; the first one leads
 * @param away the officers for whom nobody stands in, and why
 * @param nobody why nobody acts; null when somebody does
 */
record Acting(List<One> officers, List<Away> away, @Nullable String nobody) {

    /** Somebody who is to be responsible. */
    record Named(UUID person, OfficerRole role, LocalDate since) {}

    /**
     * Somebody who acts.
     *
     * @param insteadOf the officer for whom he stands in
     */
    record One(
            UUID person,
            boolean leads,
            @Nullable UUID insteadOf,
            @Nullable String because) {}

    /** Somebody who does not, and for whom nobody does. */
    record Away(UUID person, String because) {}

    /**
     * Finds them. An officer who is away is represented by the deputy, one who is away too by that one's deputy, and so on
     * as long as there is one who has not been asked. Where nobody is left, the next officer leads.
     *
     * @param named the officers on that day
     * @param absences when people are away; of officers and of deputies
     * @param names what people are called in an explanation
     */
    static Acting on(LocalDate day, List<Named> named, Map<UUID, List<Absence>> absences, Map<UUID, String> names) {
        var acting = new ArrayList<One>();
        var away = new ArrayList<Away>();
        var seen = new HashSet<UUID>();
        for (var officer : inOrder(named)) {
            var way = from(officer.person(), day, absences, names);
            if (way.end() == null) {
                away.add(new Away(officer.person(), way.because()));
            } else if (seen.add(way.end())) {
                var isDeputy = !way.end().equals(officer.person());
                var because = leadBecause(acting.isEmpty(), officer, away);
                acting.add(new One(
                        way.end(),
                        acting.isEmpty(),
                        isDeputy ? officer.person() : null,
                        isDeputy ? way.because() : because));
            }
        }
        return new Acting(acting, away, acting.isEmpty() ? nobody(named, away) : null);
    }

    private static List<Named> inOrder(List<Named> named) {
        return named.stream()
                .filter(officer -> officer.role().isResponsible())
                .sorted(Comparator.comparing(Named::role)
                        .thenComparing(Named::since)
                        .thenComparing(Named::person))
                .toList();
    }

    private static @Nullable String leadBecause(boolean isFirst, Named officer, List<Away> away) {
        return isFirst && officer.role() != OfficerRole.LEAD && !away.isEmpty()
                ? "the next officer leads: " + away.getFirst().because()
                : null;
    }

    private static String nobody(List<Named> named, List<Away> away) {
        return inOrder(named).isEmpty()
                ? "no officer is named for that day"
                : String.join("; ", away.stream().map(Away::because).toList());
    }

    /**
     * Where one comes to from an officer.
     *
     * @param end who is there; null for nobody
     */
    private record Way(@Nullable UUID end, String because) {

        static Way of(List<String> said, @Nullable UUID end) {
            return new Way(end, String.join(", ", said));
        }
    }

    private static Way from(UUID officer, LocalDate day, Map<UUID, List<Absence>> absences, Map<UUID, String> names) {
        var said = new ArrayList<String>();
        var asked = new HashSet<UUID>();
        for (UUID next = officer; next != null; ) {
            if (!asked.add(next)) {
                said.add("they stand in for each other");
                return Way.of(said, null);
            }
            var absence = absences.getOrDefault(next, List.of()).stream()
                    .filter(one -> one.covers(day))
                    .findFirst()
                    .orElse(null);
            if (absence == null) {
                return Way.of(said, next);
            }
            said.add("%s is away until %s".formatted(names.getOrDefault(next, next.toString()), absence.to()));
            next = absence.deputy();
        }
        said.add("nobody stands in");
        return Way.of(said, null);
    }
}
