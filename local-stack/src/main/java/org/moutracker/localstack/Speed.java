package org.moutracker.localstack;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How much simulated time passes in a real second, in seconds; zero stands still. */
public record Speed(BigDecimal secondsPerSecond) {
    public static final Speed REAL_TIME = new Speed(BigDecimal.ONE);
    public static final Speed STILL = new Speed(BigDecimal.ZERO);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)([smhd])/s");
    /** A year in a second; beyond it the services could not tell one day from the next. */
    private static final BigDecimal FASTEST = BigDecimal.valueOf(366L * 86_400);

    /** Reads {@code 1d/s}, {@code 12h/s}, {@code 30m/s} or {@code 1s/s}. */
    public static Speed parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no speed: write for example 1d/s, 12h/s, 30m/s or 1s/s".formatted(text));
        }
        var speed = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(secondsPer(parts.group(2))));
        if (speed.compareTo(FASTEST) > 0) {
            throw new IllegalArgumentException("The speed \"%s\" is too fast: at most 366d/s".formatted(text));
        }
        return new Speed(speed.stripTrailingZeros());
    }

    public boolean isStill() {
        return secondsPerSecond.signum() == 0;
    }

    @Override
    public String toString() {
        for (var unit : new String[] {"d", "h", "m"}) {
            var parts = secondsPerSecond.divideAndRemainder(BigDecimal.valueOf(secondsPer(unit)));
            if (parts[0].signum() > 0 && parts[1].signum() == 0) {
                return parts[0].stripTrailingZeros().toPlainString() + unit + "/s";
            }
        }
        return secondsPerSecond.stripTrailingZeros().toPlainString() + "s/s";
    }

    private static int secondsPer(String unit) {
        return switch (unit) {
            case "d" -> 86_400;
            case "h" -> 3_600;
            case "m" -> 60;
            default -> 1;
        };
    }
}
