package org.moutracker.workinggroups.deadline;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Explained;
import org.moutracker.timerules.Rule;

/**
 * What makes the date of a deadline: its rule, the facts, what was agreed on in between, and when the clock stood.
 *
 * @param facts what is recorded of the agreement, its groups, and the deadlines that the rule names
 * @param extended whether the parties have moved it, so that it follows its source's own rule no more
 */
@Embeddable
@CheckReturnValue
record Reckoning(
        @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> rule,
        @JdbcTypeCode(SqlTypes.JSON) Map<String, String> facts,
        @JdbcTypeCode(SqlTypes.JSON) List<Suspension> suspensions,
        boolean extended,
        @Nullable LocalDate extendedTo,
        @Nullable LocalDate extendedOn) {

    static Reckoning by(Rule rule, Map<String, String> facts, List<Suspension> suspensions) {
        return new Reckoning(rule.toJson(), facts, suspensions, false, null, null);
    }

    Rule parsed() {
        return Rule.parse(rule);
    }

    Reckoning knowing(Map<String, String> recorded, List<Suspension> suspended) {
        return new Reckoning(rule, Map.copyOf(recorded), suspended, extended, extendedTo, extendedOn);
    }

    Reckoning knowing(Map<String, String> recorded) {
        return knowing(recorded, suspensions);
    }

    /** By another rule of its source, unless the parties have agreed on their own. */
    Reckoning following(Rule next) {
        return extended ? this : new Reckoning(next.toJson(), facts, suspensions, false, extendedTo, extendedOn);
    }

    /** As the parties have agreed on that day. */
    Reckoning extended(Extension to, Instant now) {
        var next = to.rule(parsed());
        return new Reckoning(next.toJson(), facts, suspensions, true, to.day(), RuleDays.latest(next, now));
    }

    /**
     * What happened to the rule, or to the facts that it counts from, as a cause.
     *
     * @param amendment number of the amendment that the rule comes from
     */
    String difference(Reckoning before, @Nullable Integer amendment) {
        var reported = Watch.difference(before.facts, facts);
        if (!reported.isEmpty()) {
            return reported;
        }
        return amendment != null && !rule.equals(before.rule)
                ? "amendment no. %d of the agreement".formatted(amendment)
                : RuleDays.difference(parsed(), before.facts, facts);
    }

    /** Nothing is done before that begins from which its last day is counted. */
    void requireBegun(LocalDate on, @Nullable LocalDate lastDay) {
        var from = parsed().anchor();
        // A printed date is nothing that must happen first.
        var isPrinted = from.events().isEmpty() && from.deadlines().isEmpty();
        var anchor = RuleDays.anchor(parsed(), facts);
        var isCountedForwards = anchor != null && !isPrinted && (lastDay == null || anchor.isBefore(lastDay));
        if (isCountedForwards && on.isBefore(anchor)) {
            throw new InvalidRequest("on", "must not be before %s, the day it is counted from".formatted(anchor));
        }
    }

    /**
     * Asks the engine.
     *
     * @param earlier the schedule so far, which tells why there was an extension; null when there is none
     */
    Schedule schedule(@Nullable Schedule earlier, Calendars calendars) {
        return Pauses.restored(byRule(earlier, calendars), parsed(), facts, relevant(), calendars);
    }

    /** Whether another time of what recurs follows that one. */
    boolean recurs(Descent descent, Calendars calendars) {
        var recurrence = descent.recurrence();
        if (recurrence == null) {
            return false;
        }
        var next = descent.occurrence() + 1;
        if (recurrence.until() == null) {
            return recurrence.has(next, null);
        }
        var nextRule = recurrence.rule(descent.first(parsed()), next);
        return recurrence.has(next, Schedule.of(nextRule, facts, calendars).lastDay());
    }

    private Schedule byRule(@Nullable Schedule earlier, Calendars calendars) {
        if (extendedTo != null) {
            // A day that was agreed on stands, whatever the facts become.
            return new Extension.ToDay(extendedTo).schedule(parsed(), facts, calendars, why(earlier));
        }
        var next = Watch.explained(Schedule.of(parsed(), facts, calendars), facts);
        return extended && earlier != null ? Extension.kept(earlier, next) : next;
    }

    private static String why(@Nullable Schedule earlier) {
        return earlier == null
                ? ""
                : earlier.explanation().stream()
                        .filter(step -> step.step().equals(Extension.STEP))
                        .findFirst()
                        .map(Explained::because)
                        .orElse("");
    }

    /** Who agreed on another day knew of the suspensions before. */
    private List<Suspension> relevant() {
        return extendedOn == null
                ? suspensions
                : suspensions.stream()
                        .filter(suspension -> !suspension.since().isBefore(extendedOn))
                        .toList();
    }
}
