package org.moutracker.workinggroups.deadline;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.Explained;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Violation;

/**
 * When something is due by a rule and what is recorded so far: the engine's answer, kept until one of them changes.
 *
 * @param countedFrom the first day of which a calendar was asked; null when none was
 * @param countedTo the last such day
 */
@Embeddable
record Schedule(
        @Enumerated(EnumType.STRING) Certainty certainty,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        @JdbcTypeCode(SqlTypes.JSON) List<String> missing,
        @JdbcTypeCode(SqlTypes.JSON) List<String> warnings,
        @JdbcTypeCode(SqlTypes.JSON) List<Explained> explanation,
        @JdbcTypeCode(SqlTypes.JSON) Map<String, Integer> calendarRevisions,
        @Nullable LocalDate countedFrom,
        @Nullable LocalDate countedTo,
        String tzdb) {

    /**
     * Asks the engine. What it cannot count with the calendars known here is pending, not lost: a calendar can still be
     * published.
     */
    static Schedule of(Rule rule, Map<String, String> facts, Calendars calendars) {
        try {
            var answer = rule.evaluate(RuleDays.facts(rule, facts), calendars);
            var leans = answer.certainty() == Certainty.EXACT && References.leanOnEstimate(rule, facts);
            var counted = answer.countedDays();
            return new Schedule(
                    leans ? Certainty.PROVISIONAL : answer.certainty(),
                    answer.lastDay(),
                    answer.dueAt(),
                    answer.missing(),
                    answer.warnings(),
                    answer.explanation(),
                    answer.calendarRevisions(),
                    counted == null ? null : counted.first(),
                    counted == null ? null : counted.last(),
                    answer.tzdb());
        } catch (InvalidRule impossible) {
            return unknown(
                    impossible.violations().stream().map(Schedule::sentence).toList());
        }
    }

    private static Schedule unknown(List<String> missing) {
        return new Schedule(Certainty.PENDING, null, null, missing, List.of(), List.of(), Map.of(), null, null, "");
    }

    private static String sentence(Violation violation) {
        return (violation.field() + " " + violation.message()).strip();
    }

    boolean isPending() {
        return certainty == Certainty.PENDING;
    }

    boolean isMovedFrom(Schedule earlier) {
        return !Objects.equals(dueAt, earlier.dueAt) || !Objects.equals(lastDay, earlier.lastDay);
    }

    /** Whether others see no difference: from which version of a table it was counted is told to nobody. */
    boolean saysTheSameAs(Schedule earlier) {
        return certainty == earlier.certainty
                && !isMovedFrom(earlier)
                && missing.equals(earlier.missing)
                && warnings.equals(earlier.warnings)
                && explanation.equals(earlier.explanation);
    }

    Schedule explainedBy(List<Explained> steps) {
        return new Schedule(
                certainty,
                lastDay,
                dueAt,
                missing,
                warnings,
                List.copyOf(steps),
                calendarRevisions,
                countedFrom,
                countedTo,
                tzdb);
    }

    /** With one step more at the end of its explanation. */
    Schedule followedBy(Explained step) {
        var steps = new ArrayList<>(explanation);
        steps.add(step);
        return explainedBy(steps);
    }

    /** With a later day, to which that step leads; as sure as the less sure of the two. */
    Schedule continuedBy(Schedule later, Explained step) {
        var told = new ArrayList<>(warnings);
        later.warnings.stream().filter(warning -> !warnings.contains(warning)).forEach(told::add);
        var revisions = new TreeMap<>(calendarRevisions);
        revisions.putAll(later.calendarRevisions);
        return new Schedule(
                        later.certainty == Certainty.EXACT ? certainty : later.certainty,
                        later.lastDay,
                        later.dueAt,
                        later.missing,
                        List.copyOf(told),
                        explanation,
                        revisions,
                        first(countedFrom, later.countedFrom),
                        last(countedTo, later.countedTo),
                        later.tzdb)
                .followedBy(step);
    }

    private static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate last(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
