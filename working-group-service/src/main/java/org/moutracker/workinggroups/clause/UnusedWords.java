package org.moutracker.workinggroups.clause;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.timerules.clause.NotUnderstood;

/** Words that bear on a time or a condition and are in no proposal. */
@Schema(description = "Words that bear on a time or a condition and are in no proposal.")
record UnusedWords(
        @Schema(
                required = true,
                description = "The first character, counted from 0 in UTF-16 code units.",
                examples = "72")
        int start,

        @Schema(required = true, description = "The first character behind them.", examples = "91")
        int end,

        @Schema(required = true, description = "Why they are in none.", examples = "bears on a time or a condition")
        String because) {

    static UnusedWords of(NotUnderstood words) {
        return new UnusedWords(words.start(), words.end(), words.because());
    }
}
