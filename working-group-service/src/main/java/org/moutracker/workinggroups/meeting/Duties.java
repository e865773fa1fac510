package org.moutracker.workinggroups.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Known;

/**
 * The duties of a group to meet that somebody has settled by hand, so that the next one is due in their place. One that was
 * given up is met by no meeting; one that is said to be done is met by the next meeting that is recorded.
 */
record Duties(List<Settled> byHand) {

    /** A duty that is settled, and the last day that it had. */
    record Settled(int number, boolean givenUp, @Nullable LocalDate lastDay) {}

    static final Duties NONE = new Duties(List.of());

    static Duties of(Collection<Known> known) {
        return new Duties(known.stream()
                .filter(Known::isByHand)
                .map(one -> new Settled(number(one.source()), one.isGivenUp(), one.lastDay()))
                .toList());
    }

    /** The number of a duty, which its source ends with. */
    static int number(String source) {
        return Integer.parseInt(source.substring(source.lastIndexOf('/') + 1));
    }

    /** The duty that a meeting meets, the first one being 1. */
    int metBy(int meeting) {
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> !isGivenUp(number))
                .skip(meeting - 1)
                .findFirst()
                .orElseThrow();
    }

    /** The duty that is next after so many meetings. */
    int next(int held) {
        return IntStream.iterate(metBy(held + 1), number -> number + 1)
                .filter(number -> byHand.stream().noneMatch(one -> one.number() == number))
                .findFirst()
                .orElseThrow();
    }

    /** Which meeting meets a duty, the first one being 1. */
    int meeting(int duty) {
        return Math.toIntExact(IntStream.rangeClosed(1, duty)
                .filter(number -> !isGivenUp(number))
                .count());
    }

    /** The last day of those that are settled between the one that the first meeting has met and another. */
    Optional<LocalDate> lastDayBefore(int duty) {
        var first = metBy(1);
        return byHand.stream()
                .filter(one -> one.number() > first && one.number() < duty)
                .flatMap(one -> Optional.ofNullable(one.lastDay()).stream())
                .max(Comparator.naturalOrder());
    }

    private boolean isGivenUp(int number) {
        return byHand.stream().anyMatch(one -> one.givenUp() && one.number() == number);
    }
}
