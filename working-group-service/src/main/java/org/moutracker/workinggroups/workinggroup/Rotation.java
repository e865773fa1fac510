package org.moutracker.workinggroups.workinggroup;

import static java.time.temporal.ChronoUnit.DAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the sides of a group lead it since a day: in turn, each for a period. Every turn is counted from that day and never
 * from the one before, so that what begins at the end of a month stays there.
 *
 * @param period null where co-chairs lead it together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rotation(LocalDate since, @Nullable String period, List<String> sides) {

    Rotation {
        sides = List.copyOf(sides);
    }

    /** By what the terms say; a side that they do not name comes after those that they do, in the order of the parties. */
    static Rotation by(Chairing chairing, List<String> sides, LocalDate since) {
        return switch (chairing.kind()) {
            case CO_CHAIRS -> new Rotation(since, null, List.of());
            case ROTATING ->
                new Rotation(
                        since,
                        chairing.period(),
                        Stream.concat(chairing.order().stream().filter(sides::contains), sides.stream())
                                .distinct()
                                .toList());
        };
    }

    boolean isLike(Rotation other) {
        return other.equals(new Rotation(other.since, period, sides));
    }

    /** Whose turn it is on a day; empty where nobody's is, because co-chairs lead it or it has not begun. */
    Optional<Chair> on(LocalDate day) {
        if (period == null || sides.isEmpty() || day.isBefore(since)) {
            return Optional.empty();
        }
        var each = Periods.parse(period);
        var turn = surelyBegun(each, day);
        while (!start(each, turn + 1).isAfter(day)) {
            turn++;
        }
        return Optional.of(new Chair(
                sides.get(turn % sides.size()),
                start(each, turn),
                start(each, turn + 1).minusDays(1)));
    }

    private LocalDate start(Period each, int turn) {
        return since.plus(each.multipliedBy(turn));
    }

    // No turn lasts longer than if all its years were leap years and all its months had 31 days.
    private int surelyBegun(Period each, LocalDate day) {
        return Math.toIntExact(
                DAYS.between(since, day) / (each.getYears() * 366L + each.getMonths() * 31L + each.getDays()));
    }
}
