package org.moutracker.timerules;

/** What a step ends in, which decides what may still happen to the day. */
enum End {
    /** The last day of a period: it rolls, and it ends at midnight or with the office. */
    PERIOD,
    /** The last day of a period that is counted back: rolled forward, it comes too late. */
    NOTICE,
    /** A day that is simply named. */
    DAY,
    /** An event, which begins with its day and never rolls. */
    EVENT,
    /** An hour of real time: periods in hours do not roll (EU Regulation 1182/71, article 3(4)). */
    MOMENT,
    /** Nothing at all. */
    WORDS;

    static End of(Step step) {
        return switch (step) {
            case Step.Within within -> PERIOD;
            case Step.AtLeastBefore before -> NOTICE;
            case Step.ClearDaysBefore before -> NOTICE;
            case Step.WorkingDays(var days) -> days < 0 ? NOTICE : PERIOD;
            case Step.EndOfMonth end -> PERIOD;
            case Step.EndOfYear end -> PERIOD;
            case Step.EndOfFiscalYear end -> PERIOD;
            case Step.Term term -> PERIOD;
            case Step.Renewed renewed -> PERIOD;
            case Step.Occurrence occurrence -> PERIOD;
            case Step.SameDay day -> DAY;
            case Step.OnDay day -> EVENT;
            case Step.FirstOfMonth first -> EVENT;
            case Step.Elapsed elapsed -> MOMENT;
            case Step.Vague vague -> WORDS;
        };
    }
}
