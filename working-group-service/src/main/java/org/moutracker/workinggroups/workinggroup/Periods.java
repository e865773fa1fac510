package org.moutracker.workinggroups.workinggroup;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the periods that terms of reference are made of. */
final class Periods {

    private static final Pattern PERIOD = Pattern.compile("P(?=\\d)(\\d{1,4}Y)?(\\d{1,5}M)?(\\d{1,5}W)?(\\d{1,6}D)?");

    static final String RULE =
            "must be a period of whole years, months, weeks or days such as P30D, longer than zero and no longer than 100 years";

    // A rough day's count is enough: nobody plans a meeting so late.
    private static final int LONGEST = 36_525;

    private Periods() {}

    static boolean isValid(String text) {
        if (!PERIOD.matcher(text).matches()) {
            return false;
        }
        var period = parse(text);
        var days = period.getYears() * 365L + period.getMonths() * 30L + period.getDays();
        return days > 0 && days <= LONGEST;
    }

    /** Of one that is valid. */
    static Period parse(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a period", e);
        }
    }
}
