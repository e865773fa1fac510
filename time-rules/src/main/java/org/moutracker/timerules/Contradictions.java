package org.moutracker.timerules;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Parts of a rule that cannot all be meant. Which of them is wrong only its author knows, so the rule is refused. */
final class Contradictions {

    private final Rule rule;
    private final List<Violation> found = new ArrayList<>();

    private Contradictions(Rule rule) {
        this.rule = rule;
    }

    static void refuse(Rule rule) {
        var contradictions = new Contradictions(rule);
        contradictions.inSteps();
        contradictions.inStartDay();
        contradictions.inCalendars();
        contradictions.inCloseOfBusiness();
        contradictions.inMinimumWorkingDays();
        if (!contradictions.found.isEmpty()) {
            throw new InvalidRule(contradictions.found);
        }
    }

    private void inSteps() {
        var steps = rule.steps();
        if (steps.size() > Limits.STEPS) {
            add("steps", "must not be more than " + Limits.STEPS);
        }
        var workingDays = 0L;
        for (var i = 0; i < steps.size(); i++) {
            var field = "steps[" + i + "]";
            if (steps.get(i) instanceof Step.Vague && i < steps.size() - 1) {
                add(field, "must be the last step: nothing can be counted from vague words");
            }
            if (steps.get(i) instanceof Step.Elapsed && i == 0 && rule.anchor() instanceof Anchor.On) {
                add(field, "must not run hours from a printed date, which has none");
            }
            if (steps.get(i) instanceof Step.WorkingDays(var days)) {
                workingDays += Math.abs(days);
                if (rule.calendars() == null) {
                    add(field, "needs calendars: WORKING_DAYS must know whose days are open");
                }
            }
        }
        if (workingDays > Limits.WORKING_DAYS) {
            add("steps", "must not count more than " + Limits.WORKING_DAYS + " working days together");
        }
    }

    private void inStartDay() {
        if (rule.steps().isEmpty() || !rule.countsTheDayOfTheEvent()) {
            return;
        }
        if (rule.steps().getFirst() instanceof Step.ClearDaysBefore) {
            add("startDay", "must not be INCLUDED with CLEAR_DAYS_BEFORE: clear days leave out the day of the event");
        }
        if (rule.steps().getFirst() instanceof Step.Within(var period) && period.isZero()) {
            add("startDay", "must not be INCLUDED in a period of no days");
        }
    }

    private void inCalendars() {
        if (rule.calendars() == null && rule.rollOrDefault() != Roll.NONE) {
            add("roll", "needs calendars: " + rule.roll() + " must know whose days are closed");
        }
    }

    private void inCloseOfBusiness() {
        var close = rule.closeOfBusiness();
        if (close == null) {
            return;
        }
        if (!close.equals(close.truncatedTo(ChronoUnit.MINUTES))) {
            add("closeOfBusiness", "must be a whole minute");
        }
        if (close.equals(LocalTime.MIDNIGHT)) {
            add("closeOfBusiness", "must not be 00:00: leave it out when the day ends at midnight");
        }
        if (kindOfEnd() == End.EVENT || kindOfEnd() == End.MOMENT) {
            add(
                    "closeOfBusiness",
                    "must not be given with " + rule.lastStep().label() + ", which names its own instant");
        }
    }

    private void inMinimumWorkingDays() {
        var minimum = rule.minimumWorkingDays();
        if (minimum == null) {
            return;
        }
        if (minimum < 1 || minimum > 366) {
            add("minimumWorkingDays", "must be between 1 and 366");
        }
        if (rule.calendars() == null) {
            add("minimumWorkingDays", "needs calendars: it must know whose days are open");
        }
        if (kindOfEnd() != End.PERIOD && kindOfEnd() != End.NOTICE) {
            add(
                    "minimumWorkingDays",
                    "must not be given with " + rule.lastStep().label() + ", which is no period of days");
        }
    }

    private End kindOfEnd() {
        return End.of(rule.lastStep());
    }

    private void add(String field, String message) {
        found.add(new Violation(field, message));
    }
}
