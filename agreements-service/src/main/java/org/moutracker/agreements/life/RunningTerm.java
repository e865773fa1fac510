package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.PartialDate;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * The term that an agreement is in. Its end is always counted from the first day, through all renewals, so that no day
 * drifts.
 *
 * @param entered null before the entry into force, when only its rules are known
 * @param renewed all renewals so far; equal ones that follow each other are one step
 * @param renewals how many those are, and how many of them were tacit
 * @param amendment number of the amendment that it comes from, if it does
 */
record RunningTerm(
        Term term,
        @Nullable LocalDate entered,
        List<Step> renewed,
        int renewals,
        int tacit,
        @Nullable LocalDate objectedOn,
        @Nullable Integer amendment) {

    /** Empty for an indefinite time. */
    static Optional<RunningTerm> of(Terms terms, @Nullable LocalDate entered) {
        var term = terms.term();
        return term == null || !term.isLimited()
                ? Optional.empty()
                : Optional.of(new RunningTerm(term, entered, List.of(), 0, 0, null, terms.amendment()));
    }

    /**
     * Under other terms. Renewals so far count on, unless it lasts for another time or until another day now: what is
     * agreed then is counted from the entry into force again. Null when it lasts for an indefinite time.
     */
    @Nullable
    RunningTerm amended(Terms terms) {
        var other = terms.term();
        if (other == null || !other.isLimited()) {
            return null;
        }
        return other.lastsAsLongAs(term)
                ? new RunningTerm(other, entered, renewed, renewals, tacit, objectedOn, terms.amendment())
                : new RunningTerm(other, entered, List.of(), renewals, 0, null, terms.amendment());
    }

    Rule end() {
        var steps = new ArrayList<Step>();
        if (term.period() != null) {
            steps.add(new Step.Term(term.period()));
        }
        steps.addAll(renewed);
        var until = term.until();
        return Rule.of(
                until == null ? new Anchor.Event(AnchorEvent.ENTRY_INTO_FORCE) : new Anchor.On(until),
                steps.toArray(Step[]::new));
    }

    private Rule before(Period period) {
        var end = end();
        var steps = new ArrayList<>(end.steps());
        steps.add(new Step.AtLeastBefore(period));
        return Rule.of(end.anchor(), steps.toArray(Step[]::new));
    }

    /** The last day to object to the next tacit renewal, if there is to be one: that of the term unless agreed. */
    Optional<Rule> objection() {
        var renewal = term.renewal();
        if (renewal == null || !canRenewItself()) {
            return Optional.empty();
        }
        return Optional.of(renewal.objection() == null ? end() : before(renewal.objection()));
    }

    /** The last day of a notice that ends the agreement with the current term. */
    Optional<Rule> notice() {
        return Optional.ofNullable(term.terminationNotice()).map(this::before);
    }

    /** Empty as long as it is not in force. */
    Optional<LocalDate> endsOn() {
        return day(end());
    }

    Optional<LocalDate> day(Rule rule) {
        if (entered == null) {
            return Optional.empty();
        }
        try {
            var facts = Facts.none().with(AnchorEvent.ENTRY_INTO_FORCE, PartialDate.of(entered));
            return Optional.ofNullable(rule.evaluate(facts, Calendars.none()).lastDay());
        } catch (InvalidRule beyondAllYears) {
            return Optional.empty();
        }
    }

    /** Whether the number of tacit renewals is not used up. */
    boolean canRenewItself() {
        var renewal = term.renewal();
        return renewal != null && (renewal.times() == null || tacit < renewal.times());
    }

    /** Whether it will, as things stand: a notice of termination by the last day to object is an objection too. */
    boolean renewsItself(@Nullable LocalDate noticeGivenOn) {
        if (!canRenewItself() || objectedOn != null) {
            return false;
        }
        return noticeGivenOn == null
                || objection().flatMap(this::day).filter(noticeGivenOn::isAfter).isPresent();
    }

    RunningTerm objected(LocalDate on) {
        return new RunningTerm(term, entered, renewed, renewals, tacit, on, amendment);
    }

    RunningTerm renewedTacitly() {
        var renewal = term.renewal();
        if (renewal == null) {
            throw new IllegalStateException("checked before: it does not renew itself");
        }
        return renewed(renewal.period(), 1);
    }

    RunningTerm renewedExpressly(Period period) {
        return renewed(period, 0);
    }

    private RunningTerm renewed(Period period, int tacitly) {
        var steps = new ArrayList<>(renewed);
        if (!steps.isEmpty() && steps.getLast() instanceof Step.Renewed(var last, var times) && last.equals(period)) {
            steps.set(steps.size() - 1, new Step.Renewed(period, times + 1));
        } else {
            steps.add(new Step.Renewed(period, 1));
        }
        return new RunningTerm(term, entered, List.copyOf(steps), renewals + 1, tacit + tacitly, null, amendment);
    }

    /** For how long an express renewal is when nobody says it: as a tacit one, else as the first term. */
    Optional<Period> usualPeriod() {
        return Optional.ofNullable(term.renewal()).map(Renewal::period).or(() -> Optional.ofNullable(term.period()));
    }
}
