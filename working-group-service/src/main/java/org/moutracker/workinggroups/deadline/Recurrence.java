package org.moutracker.workinggroups.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * How something recurs. The times are always counted from the first anchor, so that they never drift.
 *
 * @param times how often in all; null without end
 * @param until no time after that day; null without end
 */
@Schema(description = "How it recurs: every so often, counted from the first anchor, so many times or until a day.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recurrence(
        @Schema(required = true, implementation = String.class, description = "ISO 8601 period", examples = "P6M")
        Period every,

        @Schema(nullable = true, description = "How often in all", examples = "4") @Nullable
        Integer times,

        @Schema(nullable = true, description = "Not after that day", examples = "2028-01-01") @Nullable
        LocalDate until) {

    /** Beyond it nobody plans; it also bounds the search for the present one. */
    static final int MOST = 1_000;

    public Recurrence {
        if (every == null || every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("must be a period longer than zero");
        }
        if (times != null && (times < 1 || times > MOST)) {
            throw new IllegalArgumentException("must be from 1 to " + MOST);
        }
    }

    /** The rule of one of its times; the first has number 0 and is the rule itself. */
    Rule rule(Rule first, int occurrence) {
        if (occurrence == 0) {
            return first;
        }
        var steps = new ArrayList<>(first.steps());
        steps.add(new Step.Occurrence(every, occurrence));
        return new Rule(
                first.anchor(),
                steps,
                first.startDay(),
                first.monthEnd(),
                first.roll(),
                first.calendars(),
                first.clock(),
                first.closeOfBusiness(),
                first.minimumWorkingDays(),
                first.monthCounting());
    }

    /** Whether there is a time of that number, which would be due on that day; without a day that is not known yet. */
    boolean has(int occurrence, @Nullable LocalDate lastDay) {
        var ends = until;
        return occurrence < (times == null ? MOST : times)
                && (ends == null || lastDay == null || !lastDay.isAfter(ends));
    }
}
