package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Explained;
import org.moutracker.timerules.Rule;

/** To when a deadline is moved by agreement. */
sealed interface Extension {

    String STEP = "EXTENSION";

    /** The rule that counts from now on; a day leaves the agreed one in place, for its clock and as a record. */
    Rule rule(Rule agreed);

    /** The day that stands, whatever the facts become; null when there is a rule to follow. */
    @Nullable
    LocalDate day();

    Schedule schedule(Rule agreed, Map<String, String> facts, Calendars calendars, String cause);

    /** Reads what a request gives: a date, or a rule as an object. */
    static Extension read(Object to) {
        return to instanceof String date
                ? new ToDay(RuleOrDate.day("to", date))
                : new ToRule(RuleOrDate.read("to", to));
    }

    /** To the end of a day. */
    record ToDay(LocalDate day) implements Extension {

        @Override
        public Rule rule(Rule agreed) {
            return agreed;
        }

        @Override
        public Schedule schedule(Rule agreed, Map<String, String> facts, Calendars calendars, String cause) {
            var fixed = new Rule(
                    new Anchor.On(day),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    agreed.clock(),
                    agreed.closeOfBusiness(),
                    null,
                    null);
            return Schedule.of(fixed, Map.of(), Calendars.none())
                    .explainedBy(List.of(new Explained(STEP, day.toString(), cause)));
        }
    }

    /** To what another rule says; on the clock of the agreed one unless it brings its own. */
    record ToRule(Rule other) implements Extension {

        @Override
        public Rule rule(Rule agreed) {
            var clock = agreed.clock();
            return other.clock() == null && clock != null ? other.withClock(clock) : other;
        }

        @Override
        public @Nullable LocalDate day() {
            return null;
        }

        @Override
        public Schedule schedule(Rule agreed, Map<String, String> facts, Calendars calendars, String cause) {
            // Refused as a whole when a calendar is not known: the caller is there to name another.
            var answer = rule(agreed).evaluate(RuleDays.facts(rule(agreed), facts), calendars);
            return Schedule.of(rule(agreed), facts, calendars)
                    .followedBy(new Explained(STEP, String.valueOf(answer.lastDay()), cause));
        }
    }

    /** The next schedule, which still tells that and why there was an extension. */
    static Schedule kept(Schedule earlier, Schedule next) {
        return earlier.explanation().stream()
                .filter(step -> step.step().equals(STEP))
                .findFirst()
                .map(step -> next.followedBy(new Explained(STEP, String.valueOf(next.lastDay()), step.because())))
                .orElse(next);
    }

    /** Refuses what gives no more time. */
    static void requireLater(Schedule next, Schedule present, Instant now) {
        if (next.lastDay() == null) {
            throw new InvalidRequest("to", "leads to no day; missing: " + String.join(", ", next.missing()));
        }
        if (present.lastDay() != null && !next.lastDay().isAfter(present.lastDay())) {
            throw new InvalidRequest(
                    "to", "must lead to a day after %s, the present last day".formatted(present.lastDay()));
        }
        if (!Objects.requireNonNull(next.dueAt()).isAfter(now)) {
            throw new InvalidRequest("to", "must lead to a day that is not over yet");
        }
    }
}
