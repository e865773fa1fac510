package org.moutracker.workinggroups.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Rule;

/** When something is due as a request says it: a date, or a rule as an object. */
public final class RuleOrDate {

    private RuleOrDate() {}

    /** Reads what stands in a field; a date is a rule that names it. */
    public static Rule read(String field, Object given) {
        return switch (given) {
            case String date -> Rule.of(new Anchor.On(day(field, date)));
            case Map<?, ?> json -> RuleReading.rule(field, keyed(json));
            default -> throw new InvalidRequest(field, "must be a date or a rule");
        };
    }

    static LocalDate day(String field, String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new InvalidRequest(field, "must be a date such as 2025-10-31, or a rule");
        }
    }

    static Map<String, Object> keyed(Map<?, ?> json) {
        var keyed = new LinkedHashMap<String, Object>();
        json.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        return keyed;
    }
}
