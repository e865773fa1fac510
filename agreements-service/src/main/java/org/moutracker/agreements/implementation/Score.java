package org.moutracker.agreements.implementation;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Locale;
import org.moutracker.agreements.commitment.Position;
import org.moutracker.agreements.commitment.Position.Word;

/**
 * How much of a commitment is done, and why it is counted so.
 *
 * @param counts whether it is weighed at all
 * @param share how much is done of what is agreed to be done, 0 to 1
 * @param reported the same when the word of one side alone is believed
 */
record Score(boolean counts, BigDecimal share, BigDecimal reported, String because) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Score of(Owed commitment) {
        return switch (commitment.status()) {
            case FULFILLED -> counted(BigDecimal.ONE, "fulfilled: counts in full");
            case NOT_FULFILLED -> counted(BigDecimal.ZERO, "not fulfilled: counts nothing");
            case WAIVED -> leftOut("waived: is not counted");
            case CANCELLED -> leftOut("cancelled: is not counted");
            case PARTIALLY_FULFILLED ->
                commitment.reached() == null
                        ? counted(HALF, "partially fulfilled, and nobody measured how far: counts half")
                        : counted(reached(commitment), "partially fulfilled: " + measured(commitment));
            case REPORTED_FULFILLED -> new Score(true, reached(commitment), BigDecimal.ONE, claimed(commitment));
            case DISPUTED ->
                counted(
                        reached(commitment),
                        "reported fulfilled, disputed by %s: %s"
                                .formatted(saying(commitment, Word.DISPUTED), measured(commitment)));
            case SUSPENDED -> counted(reached(commitment), "suspended: " + measured(commitment));
            case OPEN, IN_PROGRESS -> counted(reached(commitment), measured(commitment));
        };
    }

    private static Score counted(BigDecimal share, String because) {
        return new Score(true, share, share, because);
    }

    private static Score leftOut(String because) {
        return new Score(false, BigDecimal.ZERO, BigDecimal.ZERO, because);
    }

    private static String claimed(Owed commitment) {
        var by = saying(commitment, Word.REPORTED);
        return "reported fulfilled by %s, not confirmed yet: %s"
                .formatted(by.isEmpty() ? "a deadline that was met" : by, measured(commitment));
    }

    private static String saying(Owed commitment, Word word) {
        return commitment.positions().stream()
                .filter(position -> position.word() == word)
                .map(Position::side)
                .collect(joining(", "));
    }

    /** More than was promised does not make up for something else. */
    private static BigDecimal reached(Owed commitment) {
        var reached = commitment.reached();
        return reached == null
                ? BigDecimal.ZERO
                : reached.share().max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    private static String measured(Owed commitment) {
        var reached = commitment.reached();
        var target = commitment.target();
        if (reached == null || target == null) {
            return commitment.lastReportedOn() == null
                    ? "nothing was reported"
                    : "nothing was measured by the report for " + commitment.lastReportedOn();
        }
        return String.format(
                        Locale.ROOT,
                        "%s of %s %s by the report for %s",
                        reached.value().toPlainString(),
                        target.target().toPlainString(),
                        target.unit() == null ? target.indicator() : target.unit(),
                        reached.on())
                .strip();
    }
}
