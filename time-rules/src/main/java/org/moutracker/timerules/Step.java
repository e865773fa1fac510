package org.moutracker.timerules;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a clause does to a day. Steps are folded left to right and never merged: three months and again three
 * months is not six months. Each checks its own bounds and refuses with {@link InvalidRule}.
 *
 * <p>"Remains in force for five years, notice six months before" is {@code TERM P5Y} then {@code AT_LEAST_BEFORE P6M}.
 */
public sealed interface Step {

    /** Within the period after the day: the last day is in time. EU Regulation 1182/71, article 3; ETS 76, article 4. */
    record Within(Period period) implements Step {
        public Within {
            Limits.period("period", period);
        }
    }

    /** On the day that is the period away: an event, which begins with the start of that day and never rolls. */
    record OnDay(Period period) implements Step {
        public OnDay {
            Limits.period("period", period);
        }
    }

    /** At least the period before the day, as notices of termination are. Not the inverse of {@link Within}. */
    record AtLeastBefore(Period period) implements Step {
        public AtLeastBefore {
            Limits.period("period", period);
        }
    }

    /** So many whole days lie between: neither the day of the act nor the day of the event is among them. */
    record ClearDaysBefore(int days) implements Step {
        public ClearDaysBefore {
            Limits.between("days", days, 0, Limits.DAYS);
        }
    }

    /** So many days that are open in the rule's calendars, after the day or, when negative, before it. */
    record WorkingDays(int days) implements Step {
        public WorkingDays {
            Limits.between("days", days, -Limits.WORKING_DAYS, Limits.WORKING_DAYS);
            if (days == 0) {
                throw new InvalidRule("days", "must not be 0: say SAME_DAY and how it rolls");
            }
        }
    }

    /** The first day of the nth month following, as treaties enter into force: an event. */
    record FirstOfMonth(int n) implements Step {
        public FirstOfMonth {
            Limits.between("n", n, 0, 12 * Limits.YEARS);
        }
    }

    /** The last day of the nth month following; 0 is the month of the day itself. */
    record EndOfMonth(int n) implements Step {
        public EndOfMonth {
            Limits.between("n", n, 0, 12 * Limits.YEARS);
        }
    }

    /** 31 December of the nth year following; 0 is the year of the day itself. */
    record EndOfYear(int n) implements Step {
        public EndOfYear {
            Limits.between("n", n, 0, Limits.YEARS);
        }
    }

    /** The end of the fiscal year that the day lies in. In Pakistan it ends with June: {@code lastMonth} 6. */
    record EndOfFiscalYear(int lastMonth) implements Step {
        public EndOfFiscalYear {
            Limits.between("lastMonth", lastMonth, 1, 12);
        }
    }

    /** Remains in force for the period: its last day. */
    record Term(Period period) implements Step {
        public Term {
            Limits.longerThanZero("period", period);
        }
    }

    /** Tacitly renewed so many times, each for the period, counted from the end of the term and not one by one. */
    record Renewed(Period period, int times) implements Step {
        public Renewed {
            Limits.longerThanZero("period", period);
            Limits.between("times", times, 0, Limits.TIMES);
        }
    }

    /** The kth time of what recurs, always counted from the first anchor, so that the day never drifts. */
    record Occurrence(Period every, int k) implements Step {
        public Occurrence {
            Limits.longerThanZero("every", every);
            Limits.between("k", k, 0, Limits.TIMES);
        }
    }

    /** The day itself is the last day. */
    record SameDay() implements Step {}

    /**
     * Hours that really pass, whatever the clock on the wall does.
     *
     * @param hourExcluded the hour of the event is not counted (EU Regulation 1182/71, article 3(1))
     */
    record Elapsed(Duration duration, boolean hourExcluded) implements Step {
        public Elapsed {
            Limits.duration("duration", duration);
        }
    }

    /**
     * Words that name no day ("as soon as possible"): kept, and nothing is computed from them.
     *
     * @param reviewAfter when we ourselves want to look again, which binds nobody
     */
    record Vague(String words, @Nullable Period reviewAfter) implements Step {
        public Vague {
            Limits.text("words", words);
            if (reviewAfter != null) {
                Limits.longerThanZero("reviewAfter", reviewAfter);
            }
        }
    }

    /** How explanations call it: {@code WITHIN P30D}. */
    default String label() {
        return switch (this) {
            case Within(var period) -> "WITHIN " + period;
            case OnDay(var period) -> "ON_DAY " + period;
            case AtLeastBefore(var period) -> "AT_LEAST_BEFORE " + period;
            case ClearDaysBefore(var days) -> "CLEAR_DAYS_BEFORE " + days;
            case WorkingDays(var days) -> "WORKING_DAYS " + days;
            case FirstOfMonth(var n) -> "FIRST_OF_MONTH " + n;
            case EndOfMonth(var n) -> "END_OF_MONTH " + n;
            case EndOfYear(var n) -> "END_OF_YEAR " + n;
            case EndOfFiscalYear(var lastMonth) -> "END_OF_FISCAL_YEAR " + lastMonth;
            case Term(var period) -> "TERM " + period;
            case Renewed(var period, var times) -> "RENEWED " + period + " " + times + " times";
            case Occurrence(var every, var k) -> "OCCURRENCE " + k + " EVERY " + every;
            case SameDay() -> "SAME_DAY";
            case Elapsed(var duration, var hourExcluded) -> "ELAPSED " + duration;
            case Vague vague -> "VAGUE";
        };
    }
}
