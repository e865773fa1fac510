package org.moutracker.timerules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The way from an anchor to a last day on one clock: the steps, then the roll, then the minimum, then the instant. */
final class Reckoning {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Rule rule;
    private final OpenDays open;
    private final ZoneId zone;
    private final Counting counting;
    private final Rolling rolling;
    private final Sentences sentences;
    private final List<Explained> explanation = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Reckoning(Rule rule, OpenDays open, ZoneId zone) {
        this.rule = rule;
        this.open = open;
        this.zone = zone;
        this.counting = new Counting(rule, open, zone);
        this.rolling = new Rolling(open);
        this.sentences = new Sentences(rule, counting);
    }

    Outcome from(Start.Known start) {
        explanation.add(sentences.anchor(start, zone));
        var before = start.position();
        var position = before;
        for (var i = 0; i < rule.steps().size(); i++) {
            before = position;
            position = counting.after(before, rule.steps().get(i));
            Limits.day("steps[" + i + "]", position.day());
            explanation.add(sentences.step(rule.steps().get(i), before, position));
            sentences.doubt(rule.steps().get(i), before).ifPresent(warnings::add);
        }
        if (rule.steps().isEmpty()) {
            position = new Position.LastDay(position.day());
        }
        var unmoved = position.day();
        var last = atLeastTheMinimum(before, rolled(start, position));
        check(last);
        var doubts = doubts(start, unmoved, last.day());
        warnings.addAll(doubts);
        return new Outcome(zone, last.day(), dueAt(last), !doubts.isEmpty(), warnings, explanation);
    }

    private Position rolled(Start.Known start, Position position) {
        var roll = rule.rollOrDefault();
        if (roll == Roll.NONE) {
            return position;
        }
        if (!mayRoll(start)) {
            warnings.add("the rule says " + roll + ", but " + sentences.whyItStays() + " never rolls");
            return position;
        }
        var rolled = rolling.roll(position.day(), roll);
        explanation.add(ClosedDays.rolled(open, roll, position.day(), rolled));
        if (isBackward() && rolled.isAfter(position.day())) {
            warnings.add("rolling forward to " + rolled + " leaves less time than "
                    + rule.lastStep().label() + " asks for");
        }
        return position.on(Limits.day("roll", rolled));
    }

    /** A printed date stays where it is printed (EU Regulation 1182/71, article 5), an event where it falls. */
    private boolean mayRoll(Start.Known start) {
        return switch (End.of(rule.lastStep())) {
            case PERIOD, NOTICE -> true;
            case DAY ->
                !(start.source() instanceof Anchor.On)
                        || !rule.steps().stream().allMatch(step -> step instanceof Step.SameDay);
            case EVENT, MOMENT, WORDS -> false;
        };
    }

    private boolean isBackward() {
        return End.of(rule.lastStep()) == End.NOTICE;
    }

    /** The period holds N working days exactly when it does not end before the Nth of them. */
    private Position atLeastTheMinimum(Position from, Position last) {
        var minimum = rule.minimumWorkingDays();
        if (minimum == null) {
            return last;
        }
        var nth = counting.workingDays(from, isBackward() ? -minimum : minimum);
        var enough = isBackward() ? nth.isBefore(last.day()) : nth.isAfter(last.day());
        var day = enough ? nth : last.day();
        explanation.add(ClosedDays.minimum(minimum, last.day(), day));
        return last.on(Limits.day("minimumWorkingDays", day));
    }

    private void check(Position last) {
        if (explanation.stream().noneMatch(ClosedDays::isRoll)) {
            explanation.add(ClosedDays.check(open, last.day()));
        }
        if (!open.isEmpty() && !open.isOpen(last.day())) {
            warnings.add("the last day is " + ClosedDays.describe(open, last.day()));
        }
        if (isSkipped(last.day())) {
            warnings.add("%s did not exist in %s, whose clocks skipped it: a person must decide"
                    .formatted(last.day(), zone));
        }
    }

    /** A zone that crosses the date line leaves out a day, as Samoa did on 30 December 2011. */
    private boolean isSkipped(LocalDate day) {
        return !day.atStartOfDay(zone).toLocalDate().equals(day);
    }

    private List<String> doubts(Start.Known start, LocalDate unmoved, LocalDate last) {
        var doubts = new ArrayList<String>();
        start.overtakenBy().forEach(event -> doubts.add(event + " has not happened yet and could still come first"));
        if (calendarsDecide(start)) {
            var choices = mayRoll(start) ? rolling.choices(unmoved, rule.rollOrDefault()) : Stream.<LocalDate>empty();
            var counted = Stream.of(start.position().day(), unmoved, last);
            doubts.addAll(new Confirmation(open)
                    .doubts(Stream.concat(counted, choices).toList()));
        }
        return doubts;
    }

    /** Only then an unconfirmed holiday can move the date. */
    private boolean calendarsDecide(Start.Known start) {
        return (rule.rollOrDefault() != Roll.NONE && mayRoll(start))
                || rule.minimumWorkingDays() != null
                || rule.steps().stream().anyMatch(step -> step instanceof Step.WorkingDays);
    }

    private Instant dueAt(Position last) {
        var due = last.dueAt(zone, rule.closeOfBusiness());
        if (due.isBefore(FIRST) || due.isAfter(LAST)) {
            throw new InvalidRule("steps", "lead beyond the years 1 to 9999");
        }
        return due;
    }
}
