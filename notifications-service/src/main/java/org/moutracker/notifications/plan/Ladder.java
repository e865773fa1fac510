package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.policy.Circle;
import org.moutracker.notifications.policy.Held;
import org.moutracker.notifications.policy.Terms;

/** The steps by which people are reminded of a deadline, and told that it is past. */
public record Ladder(List<Step> steps) {

    private static final int SHORT = 45;
    private static final int LONG = 365;

    /** After the day: the next day, a week later, then four more weeks. Who has not acted by then is not a mail away. */
    private static final List<Integer> OVERDUE = List.of(1, 7, 14, 21, 28, 35);

    public Ladder {
        steps = steps.stream().distinct().sorted().toList();
    }

    public static Ladder of(List<Integer> offsets) {
        return new Ladder(offsets.stream().map(Step::new).toList());
    }

    /**
     * The ladder of a deadline: of its policy, if it has one, otherwise by its kind. Of what is only watched for silence
     * there is nothing to say before its day.
     */
    static Ladder of(Deadline deadline, LocalDate lastDay, @Nullable Held policy) {
        if (policy != null) {
            return of(policy.terms());
        }
        return deadline.isWatch() ? of(OVERDUE) : byHorizon(deadline.scheduledAt(), lastDay);
    }

    /** What a policy says, what it repeats included; its last step goes further where it may. */
    static Ladder of(Terms terms) {
        var steps = terms.steps().stream().map(Step::of).sorted().collect(toCollection(ArrayList::new));
        var last = steps.getLast();
        terms.repeats().forEach(day -> steps.add(last.again(day)));
        if (terms.otherSideInLastStep()) {
            steps.add(steps.removeLast().to(Circle.OTHER_SIDE));
        }
        return new Ladder(steps);
    }

    /** The step of that day, as it is in this ladder, or as it would be in the built-in one. */
    public Step at(int offset) {
        return steps.stream()
                .filter(step -> step.offset() == offset)
                .findFirst()
                .orElseGet(() -> new Step(offset));
    }

    /** The ladder for whoever has no policy of his own: the longer the way to the last day, the earlier the first step. */
    public static Ladder byHorizon(@Nullable Instant scheduledAt, LocalDate lastDay) {
        var horizon =
                scheduledAt == null ? 0 : DAYS.between(scheduledAt.atZone(UTC).toLocalDate(), lastDay);
        var early = horizon <= SHORT
                ? IntStream.empty()
                : horizon <= LONG ? IntStream.of(-60, -30) : IntStream.of(-180, -90, -60, -30);
        var before = IntStream.concat(early, IntStream.of(-14, -7, -3, -1, 0)).boxed();
        return of(Stream.concat(before, OVERDUE.stream()).toList());
    }

    boolean goesTo(Circle circle) {
        return steps.stream().anyMatch(step -> step.circle() == circle);
    }

    public List<Integer> offsets() {
        return steps.stream().map(Step::offset).toList();
    }
}
