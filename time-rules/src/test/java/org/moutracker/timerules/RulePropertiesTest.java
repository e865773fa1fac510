package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the input: a few hundred inputs for each of a fixed list of seeds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulePropertiesTest {

    private static final int INPUTS = 300;
    private static final List<String> AUTHORITIES = List.of("PK", "PK6", "PS", "CN", "BE", "SA", "US");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Karachi"),
            ZoneId.of("Asia/Hebron"),
            ZoneId.of("America/Havana"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kolkata"));

    @ParameterizedTest
    @ValueSource(longs = {1, 71, 1182, 2025})
    void within_is_monotonic_in_its_anchor(long seed) {
        forEach(seed, random -> {
            var step = new Step.Within(period(random));
            var day = day(random);
            assertThat(lastDay(rule(random, step, null), day.plusDays(1)))
                    .isAfterOrEqualTo(lastDay(rule(random, step, null), day));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 72, 1183, 2026})
    void rolling_never_lands_on_a_closed_day_and_never_moves_an_open_one(long seed) {
        forEach(seed, random -> {
            var authorities = two(random);
            var mode = random.nextBoolean() ? CalendarChoice.Mode.ALL_OPEN : CalendarChoice.Mode.ANY_OPEN;
            var calendars = new CalendarChoice(mode, authorities);
            var open = OpenDays.of(calendars, RecordedCalendars.ALL);
            var roll = pick(random, List.of(Roll.FOLLOWING, Roll.PRECEDING, Roll.MODIFIED_FOLLOWING, Roll.NEAREST));
            var day = day(random);
            var nominal = lastDay(rule(random, new Step.Within(Period.ofDays(1)), null), day);

            var rolled = lastDay(rule(random, new Step.Within(Period.ofDays(1)), roll, calendars), day);

            assertThat(open.isOpen(rolled)).isTrue();
            if (open.isOpen(nominal)) {
                assertThat(rolled).isEqualTo(nominal);
            }
            if (roll == Roll.MODIFIED_FOLLOWING && rolled.isAfter(nominal)) {
                assertThat(rolled.getMonth()).isEqualTo(nominal.getMonth());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 73, 1184, 2027})
    void one_calendar_taken_alone_is_that_calendar_in_either_mode(long seed) {
        forEach(seed, random -> {
            var authority = pick(random, AUTHORITIES);
            var day = day(random);
            for (var mode : CalendarChoice.Mode.values()) {
                var open = OpenDays.of(new CalendarChoice(mode, List.of(authority)), RecordedCalendars.ALL);
                assertThat(open.isOpen(day))
                        .isEqualTo(RecordedCalendars.of(authority).isOpen(day));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 74, 1185, 2028})
    void working_days_there_and_back_lead_home(long seed) {
        forEach(seed, random -> {
            var calendars = new CalendarChoice(CalendarChoice.Mode.ALL_OPEN, two(random));
            var open = OpenDays.of(calendars, RecordedCalendars.ALL);
            var start = open.next(day(random));
            var days = 1 + random.nextInt(40);
            var rule = rule(random, new Step.WorkingDays(days), null, calendars);
            var there = lastDay(rule, start);

            assertThat(start.plusDays(1).datesUntil(there.plusDays(1)).filter(open::isOpen))
                    .hasSize(days);
            assertThat(lastDay(rule(random, new Step.WorkingDays(-days), null, calendars), there))
                    .isEqualTo(start);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 75, 1186, 2029})
    void the_kth_occurrence_never_drifts(long seed) {
        forEach(seed, random -> {
            var day = day(random);
            var months = 1 + random.nextInt(12);
            var k = random.nextInt(60);

            var occurrence = lastDay(rule(random, new Step.Occurrence(Period.ofMonths(months), k), null), day);

            assertThat(occurrence.getDayOfMonth()).isEqualTo(Math.min(day.getDayOfMonth(), occurrence.lengthOfMonth()));
            assertThat(ChronoUnit.MONTHS.between(day.withDayOfMonth(1), occurrence.withDayOfMonth(1)))
                    .isEqualTo((long) months * k);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 76, 1187, 2030})
    void the_latest_clock_is_never_before_any_other_and_the_earliest_never_after(long seed) {
        forEach(seed, random -> {
            var rule = Rule.of(new Anchor.Event(AnchorEvent.SIGNATURE), new Step.Within(period(random)));
            var facts = Facts.none()
                    .with(
                            AnchorEvent.SIGNATURE,
                            day(random).atTime(random.nextInt(24), 30).toInstant(ZoneOffset.UTC));
            var latest = due(rule.withClock(new Clock(Clock.Mode.LATEST, ZONES)), facts);
            var earliest = due(rule.withClock(new Clock(Clock.Mode.EARLIEST, ZONES)), facts);
            for (var zone : ZONES) {
                assertThat(due(rule.withClock(new Clock(Clock.Mode.ONE, List.of(zone))), facts))
                        .isBetween(earliest, latest);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 1188, 2031})
    void a_minimum_of_working_days_is_held(long seed) {
        forEach(seed, random -> {
            var calendars = new CalendarChoice(CalendarChoice.Mode.ALL_OPEN, two(random));
            var open = OpenDays.of(calendars, RecordedCalendars.ALL);
            var day = day(random);
            var minimum = 1 + random.nextInt(5);
            var rule = new Rule(
                    new Anchor.Event(AnchorEvent.SIGNATURE),
                    List.of(new Step.Within(Period.ofDays(1 + random.nextInt(10)))),
                    null,
                    null,
                    Roll.FOLLOWING,
                    calendars,
                    null,
                    null,
                    minimum,
                    null);

            var last = lastDay(rule, day);

            assertThat(day.plusDays(1)
                            .datesUntil(last.plusDays(1))
                            .filter(open::isOpen)
                            .count())
                    .isGreaterThanOrEqualTo(minimum);
            assertThat(open.isOpen(last)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 78, 1189, 2032})
    void what_a_calendar_says_of_days_that_were_not_looked_at_changes_nothing(long seed) {
        forEach(seed, random -> {
            var authority = pick(random, AUTHORITIES);
            var mode = random.nextBoolean() ? CalendarChoice.Mode.ALL_OPEN : CalendarChoice.Mode.ANY_OPEN;
            var rule = new Rule(
                    new Anchor.Event(AnchorEvent.SIGNATURE),
                    List.of(
                            random.nextBoolean()
                                    ? new Step.Within(period(random))
                                    : new Step.WorkingDays(1 + random.nextInt(30))),
                    null,
                    null,
                    random.nextBoolean() ? pick(random, List.of(Roll.values())) : null,
                    new CalendarChoice(mode, List.of(authority, pick(random, AUTHORITIES))),
                    null,
                    null,
                    random.nextBoolean() ? 1 + random.nextInt(5) : null,
                    null);
            var facts = Facts.none().with(AnchorEvent.SIGNATURE, PartialDate.of(day(random)));
            var answer = rule.evaluate(facts, RecordedCalendars.ALL);
            var counted = Objects.requireNonNull(answer.countedDays());

            var other = closedBut(RecordedCalendars.of(authority), counted);

            var again = rule.evaluate(facts, RecordedCalendars.ALL.overriddenBy(Calendars.of(List.of(other))));
            assertThat(again).isEqualTo(answer);
        });
    }

    /** The calendar as it is on some days, and the opposite of it for years around them. */
    private static WorkingCalendar closedBut(WorkingCalendar calendar, CountedDays counted) {
        var closed = new HashMap<>(calendar.closed());
        var open = new HashSet<>(calendar.workingDays());
        LocalDate.of(2023, 1, 1)
                .datesUntil(LocalDate.of(2035, 1, 1))
                .filter(day -> day.isBefore(counted.first()) || day.isAfter(counted.last()))
                .forEach(day -> {
                    var isOpen = calendar.isOpen(day);
                    closed.remove(day);
                    open.remove(day);
                    if (isOpen) {
                        closed.put(day, "");
                    } else {
                        open.add(day);
                    }
                });
        return new WorkingCalendar(
                calendar.authority(),
                calendar.weekend(),
                closed,
                open,
                calendar.estimated(),
                calendar.confirmedUntil(),
                calendar.revision());
    }

    private static void forEach(long seed, Consumer<Random> property) {
        var random = new Random(seed);
        for (var i = 0; i < INPUTS; i++) {
            property.accept(random);
        }
    }

    private static Rule rule(Random random, Step step, @Nullable Roll roll) {
        return rule(random, step, roll, null);
    }

    private static Rule rule(Random random, Step step, @Nullable Roll roll, @Nullable CalendarChoice calendars) {
        var clock = new Clock(Clock.Mode.ONE, List.of(pick(random, ZONES)));
        return new Rule(
                new Anchor.Event(AnchorEvent.SIGNATURE),
                List.of(step),
                null,
                null,
                roll,
                calendars,
                clock,
                null,
                null,
                null);
    }

    private static LocalDate lastDay(Rule rule, LocalDate anchor) {
        var facts = Facts.none().with(AnchorEvent.SIGNATURE, PartialDate.of(anchor));
        return Objects.requireNonNull(
                rule.evaluate(facts, RecordedCalendars.ALL).lastDay());
    }

    private static Instant due(Rule rule, Facts facts) {
        return Objects.requireNonNull(rule.evaluate(facts, Calendars.none()).dueAt());
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3 * 365));
    }

    private static Period period(Random random) {
        return Period.of(random.nextInt(3), random.nextInt(14), 1 + random.nextInt(60));
    }

    private static List<String> two(Random random) {
        return List.of(pick(random, AUTHORITIES), pick(random, AUTHORITIES));
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
