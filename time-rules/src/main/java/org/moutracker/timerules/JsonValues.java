package org.moutracker.timerules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads single JSON values strictly: java.time alone would take signs, fractions and lower case that clauses do not use. */
final class JsonValues {

    private static final Pattern PERIOD = Pattern.compile("P(?=\\d)(\\d{1,9}Y)?(\\d{1,9}M)?(\\d{1,9}W)?(\\d{1,9}D)?");
    private static final Pattern DURATION = Pattern.compile("PT(?=\\d)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}S)?");
    private static final Pattern NEGATIVE = Pattern.compile("[-+]?P.*-\\d.*|-P.*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");

    private JsonValues() {}

    static String text(Object json) {
        if (json instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("must be a text");
    }

    static boolean flag(Object json) {
        if (json instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("must be true or false");
    }

    static int whole(Object json) {
        if (json instanceof Number number) {
            try {
                return new BigDecimal(number.toString()).intValueExact();
            } catch (ArithmeticException | NumberFormatException tooLargeOrBroken) {
                throw new IllegalArgumentException("must be a whole number", tooLargeOrBroken);
            }
        }
        throw new IllegalArgumentException("must be a whole number");
    }

    static Period period(Object json) {
        var text = text(json);
        if (NEGATIVE.matcher(text).matches()) {
            throw new IllegalArgumentException("must not be negative: the direction is the step's own");
        }
        if (!PERIOD.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a period of whole years, months, weeks and days such as P30D or P1Y6M");
        }
        try {
            return Period.parse(text);
        } catch (DateTimeException | ArithmeticException tooLarge) {
            throw new IllegalArgumentException("must not be longer than " + Limits.YEARS + " years", tooLarge);
        }
    }

    static Duration duration(Object json) {
        var text = text(json);
        if (NEGATIVE.matcher(text).matches()) {
            throw new IllegalArgumentException("must not be negative: hours run forward");
        }
        if (!DURATION.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be hours, minutes and seconds such as PT24H; days belong in WITHIN");
        }
        return Duration.parse(text);
    }

    static LocalDate day(Object json) {
        var text = text(json);
        if (!DAY.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a full date such as 2026-03-31");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("'" + text + "' does not exist in the calendar", impossible);
        }
    }

    static PartialDate partialDate(Object json) {
        return PartialDate.parse(text(json));
    }

    static Instant moment(Object json) {
        var text = text(json);
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 1 && moment.getYear() <= 9999) {
                return moment.toInstant();
            }
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "must be a moment with its offset such as 2026-03-27T10:00:00+02:00", unreadable);
        }
        throw new IllegalArgumentException("must lie in the years 1 to 9999");
    }

    static LocalTime time(Object json) {
        var text = text(json);
        try {
            if (TIME.matcher(text).matches()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("must be a time of the day such as 16:00", impossible);
        }
        throw new IllegalArgumentException("must be a time of the day such as 16:00");
    }

    static <E extends Enum<E>> JsonObject.Value<E> oneOf(Class<E> type) {
        return json -> {
            var name = text(json);
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("must be one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .toList())));
        };
    }
}
