package org.moutracker.timerules;

import java.time.Duration;
import java.time.Period;

/** Reads {@code {"kind": "WITHIN", "period": "P30D"}}. */
final class StepReader {

    /** The words of the JSON form; each has one record in {@link Step}. */
    enum Kind {
        WITHIN,
        ON_DAY,
        AT_LEAST_BEFORE,
        CLEAR_DAYS_BEFORE,
        WORKING_DAYS,
        FIRST_OF_MONTH,
        END_OF_MONTH,
        END_OF_YEAR,
        END_OF_FISCAL_YEAR,
        TERM,
        RENEWED,
        OCCURRENCE,
        SAME_DAY,
        ELAPSED,
        VAGUE
    }

    private StepReader() {}

    static Step step(Object json) {
        return JsonObject.read(json, StepReader::step);
    }

    private static Step step(JsonObject json) {
        var kind = json.required("kind", JsonValues.oneOf(Kind.class), Kind.SAME_DAY);
        json.stopIfRefused();
        return switch (kind) {
            case WITHIN -> new Step.Within(period(json, "period"));
            case ON_DAY -> new Step.OnDay(period(json, "period"));
            case AT_LEAST_BEFORE -> new Step.AtLeastBefore(period(json, "period"));
            case CLEAR_DAYS_BEFORE -> new Step.ClearDaysBefore(whole(json, "days"));
            case WORKING_DAYS -> new Step.WorkingDays(whole(json, "days"));
            case FIRST_OF_MONTH -> new Step.FirstOfMonth(whole(json, "n"));
            case END_OF_MONTH -> new Step.EndOfMonth(whole(json, "n"));
            case END_OF_YEAR -> new Step.EndOfYear(whole(json, "n"));
            case END_OF_FISCAL_YEAR -> new Step.EndOfFiscalYear(whole(json, "lastMonth"));
            case TERM -> new Step.Term(period(json, "period"));
            case RENEWED -> new Step.Renewed(period(json, "period"), whole(json, "times"));
            case OCCURRENCE -> new Step.Occurrence(period(json, "every"), whole(json, "k"));
            case SAME_DAY -> new Step.SameDay();
            case ELAPSED -> new Step.Elapsed(duration(json), hourExcluded(json));
            case VAGUE ->
                new Step.Vague(
                        json.required("words", JsonValues::text, "…"),
                        json.optional("reviewAfter", JsonValues::period));
        };
    }

    private static Period period(JsonObject json, String name) {
        return json.required(name, JsonValues::period, Period.ofDays(1));
    }

    private static int whole(JsonObject json, String name) {
        return json.required(name, JsonValues::whole, 1);
    }

    private static Duration duration(JsonObject json) {
        return json.required("duration", JsonValues::duration, Duration.ofHours(1));
    }

    private static boolean hourExcluded(JsonObject json) {
        return Boolean.TRUE.equals(json.optional("hourExcluded", JsonValues::flag));
    }
}
