package org.moutracker.timerules;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a time: an anchor, steps that lead from it to a last day, and how the parties count. A value
 * without a clock of its own: the same rule, facts and calendars always give the same answer.
 *
 * <p>"Within the next 30 days", on the calendars of both sides:
 *
 * <pre>{@code
 * var rule = Rule.parse(Map.of(
 *         "anchor", Map.of("event", "STATEMENT_MADE"),
 *         "steps", List.of(Map.of("kind", "WITHIN", "period", "P30D")),
 *         "calendars", Map.of("mode", "ALL_OPEN", "authorities", List.of("PK", "PS"))));
 * var answer = rule.evaluate(facts, calendars);
 * }</pre>
 *
 * <p>How days are counted follows EU Regulation 1182/71 and the European Convention on the Calculation of Time-Limits
 * (ETS 76), the two written rules of the field; treaty practice differs, so every choice can be stated.
 *
 * @param steps folded left to right; none at all means the anchor's own day
 * @param startDay null for EXCLUDED
 * @param monthEnd null for CORRESPONDING_DATE
 * @param roll null for NONE
 * @param calendars null for plain days
 * @param clock null when the owner's parties give it, and UTC when nobody does
 * @param closeOfBusiness the office hour that ends the last day; null for midnight
 * @param minimumWorkingDays how many working days the period must hold (EU Regulation 1182/71, article 3(5))
 * @param monthCounting null for INCLUDED
 */
public record Rule(
        Anchor anchor,
        List<Step> steps,
        @Nullable StartDay startDay,
        @Nullable MonthEnd monthEnd,
        @Nullable Roll roll,
        @Nullable CalendarChoice calendars,
        @Nullable Clock clock,
        @Nullable LocalTime closeOfBusiness,
        @Nullable Integer minimumWorkingDays,
        @Nullable MonthCounting monthCounting) {

    /**
     * Everything at once; {@link #of} and {@link #parse} are easier on the eye.
     *
     * @throws InvalidRule when parts of the rule contradict each other
     */
    public Rule(
            Anchor anchor,
            List<Step> steps,
            @Nullable StartDay startDay,
            @Nullable MonthEnd monthEnd,
            @Nullable Roll roll,
            @Nullable CalendarChoice calendars,
            @Nullable Clock clock,
            @Nullable LocalTime closeOfBusiness,
            @Nullable Integer minimumWorkingDays,
            @Nullable MonthCounting monthCounting) {
        this.anchor = anchor;
        this.steps = List.copyOf(steps);
        this.startDay = startDay;
        this.monthEnd = monthEnd;
        this.roll = roll;
        this.calendars = calendars;
        this.clock = clock;
        this.closeOfBusiness = closeOfBusiness;
        this.minimumWorkingDays = minimumWorkingDays;
        this.monthCounting = monthCounting;
        Contradictions.refuse(this);
    }

    /** A rule with nothing but defaults. */
    public static Rule of(Anchor anchor, Step... steps) {
        return new Rule(anchor, List.of(steps), null, null, null, null, null, null, null, null);
    }

    /**
     * Reads the JSON form, given as maps, lists, texts, numbers and booleans.
     *
     * @throws InvalidRule naming every field that is unknown, impossible or contradictory
     */
    public static Rule parse(Map<String, ?> json) {
        return RuleReader.rule(json);
    }

    /** The JSON form: fields in a fixed order, and only those that were given. {@code parse(toJson())} equals this. */
    public Map<String, Object> toJson() {
        return RuleWriter.json(this);
    }

    /** The same rule on another clock. */
    public Rule withClock(Clock other) {
        return new Rule(
                anchor,
                steps,
                startDay,
                monthEnd,
                roll,
                calendars,
                other,
                closeOfBusiness,
                minimumWorkingDays,
                monthCounting);
    }

    /**
     * On the zones of the owner's parties, if the rule names no clock itself: nobody is late until the day is over for
     * all. Without zones the rule stays as it is.
     */
    public Rule withDefaultClock(List<ZoneId> zones) {
        return clock != null || zones.isEmpty() ? this : withClock(Clock.latest(zones));
    }

    /**
     * When it is due, from what is recorded so far.
     *
     * @throws InvalidRule when a calendar is not known ({@code calendars.authorities[i]}), has no open day, or a step
     *     leads beyond the years 1 to 9999
     */
    public Answer evaluate(Facts facts, Calendars known) {
        return new Evaluation(this, facts, OpenDays.of(calendars, known)).answer();
    }

    /** The rule in one sentence, for a person to hold against the clause; it names no date that is not printed. */
    public String inWords() {
        return RuleInWords.of(this);
    }

    boolean countsTheDayOfTheEvent() {
        return startDay == StartDay.INCLUDED;
    }

    MonthEnd monthEndOrDefault() {
        return Objects.requireNonNullElse(monthEnd, MonthEnd.CORRESPONDING_DATE);
    }

    Roll rollOrDefault() {
        return Objects.requireNonNullElse(roll, Roll.NONE);
    }

    Clock clockOrDefault() {
        return Objects.requireNonNullElse(clock, Clock.UTC);
    }

    boolean endsBeforeTheCorrespondingDate() {
        return monthCounting == MonthCounting.EXCLUDED;
    }

    /** What decides whether the last day is a period's end, an event or a moment; a rule without steps names a day. */
    Step lastStep() {
        return steps.isEmpty() ? new Step.SameDay() : steps.getLast();
    }
}
