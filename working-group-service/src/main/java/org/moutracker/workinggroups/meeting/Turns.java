package org.moutracker.workinggroups.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.MeetingRule;

/**
 * Whose turn it is: the ordinary meetings of a group, held and to come, and who receives the others next.
 *
 * @param ordinary those that were not cancelled or voided, in their order
 */
record Turns(@Nullable MeetingRule rule, List<Ordinary> ordinary) {

    /** The number of the next one to be planned: the first that is free, since a meeting that was cancelled leaves its own. */
    int number() {
        var taken = ordinary.stream().map(Ordinary::number).collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** Who receives the others at the next one to be planned; empty where the terms name nobody. */
    Optional<String> host() {
        return host(number());
    }

    private Optional<String> host(int number) {
        var hosts = rule == null ? List.<String>of() : rule.hosts();
        return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.get((number - 1) % hosts.size()));
    }

    /** Who receives the others at the next one to be held: as it is planned, or else in turn. */
    Optional<String> nextHost() {
        return toCome().map(Ordinary::host).findFirst().or(this::host);
    }

    Stream<Ordinary> toCome() {
        return ordinary.stream().filter(one -> one.status().isToCome());
    }

    /** Those that were held, the earliest first. */
    List<Ordinary> held() {
        return ordinary.stream()
                .filter(one -> one.status().isHeld())
                .sorted(Comparator.comparing(Turns::day).thenComparing(Ordinary::number))
                .toList();
    }

    List<LocalDate> days() {
        return held().stream().map(Turns::day).toList();
    }

    private static LocalDate day(Ordinary held) {
        return Objects.requireNonNull(held.heldOn(), "a meeting that was held has a day");
    }
}
