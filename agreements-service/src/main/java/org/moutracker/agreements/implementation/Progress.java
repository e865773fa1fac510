package org.moutracker.agreements.implementation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of what was promised is done, each commitment by its weight. */
@Schema(
        name = "ImplementationProgress",
        description = "How much of what was promised is done, each commitment by its weight.")
record Progress(
        @Schema(
                required = true,
                nullable = true,
                description = "0 to 1: what all sides say is done; null where nothing is counted",
                examples = "0.4")
        @Nullable
        BigDecimal share,

        @Schema(
                required = true,
                nullable = true,
                description = "The same when what one side reports fulfilled is believed without the other's word",
                examples = "0.6")
        @Nullable
        BigDecimal reportedShare,

        @Schema(
                required = true,
                description = "Of all commitments that are counted: none that was waived or cancelled",
                examples = "5")
        BigDecimal weight,

        @Schema(required = true, examples = "2 of 5 by weight; C-07 is not counted: waived")
        String because) {

    // Four digits: a hundredth of a percent.
    private static final int SHARE_DIGITS = 4;

    static Progress of(Collection<CommitmentScore> scores) {
        var counted = scores.stream().filter(CommitmentScore::counts).toList();
        var weight = counted.stream().map(CommitmentScore::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weight.signum() == 0) {
            return new Progress(null, null, BigDecimal.ZERO, "nothing is counted: " + leftOut(scores, "no commitment"));
        }
        var done = sum(counted, CommitmentScore::share);
        var reported = sum(counted, CommitmentScore::reportedShare);
        var because = "%s of %s by weight".formatted(plain(done), plain(weight));
        return new Progress(
                share(done, weight),
                share(reported, weight),
                new BigDecimal(plain(weight)),
                counted.size() == scores.size() ? because : because + "; not counted: " + leftOut(scores, ""));
    }

    private static BigDecimal sum(
            List<CommitmentScore> counted, java.util.function.Function<CommitmentScore, BigDecimal> share) {
        return counted.stream()
                .map(score -> share.apply(score).multiply(score.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal share(BigDecimal done, BigDecimal weight) {
        return new BigDecimal(plain(done.divide(weight, SHARE_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String leftOut(Collection<CommitmentScore> scores, String none) {
        var codes = scores.stream()
                .filter(score -> !score.counts())
                .map(CommitmentScore::code)
                .toList();
        return codes.isEmpty() ? none : String.join(", ", codes);
    }
}
