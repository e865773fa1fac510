package org.moutracker.agreements.commitment.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the history says.
 *
 * @param party whose word it is; null when it is nobody's alone
 * @param text what was done, or why
 * @param value of the indicator
 * @param words each side's, of an outcome
 */
public record Said(
        @Nullable String party,
        @Nullable String side,
        @Nullable LocalDate on,
        @Nullable String text,
        @Nullable BigDecimal value,
        List<Evidence> evidence,
        @Nullable OnBehalf onBehalf,
        List<AgreeingWord> words) {

    /** What nobody said: it follows from something else, or is put right. */
    public static Said because(@Nullable String reason) {
        return new Said(null, null, null, reason, null, List.of(), null, List.of());
    }
}
