package org.moutracker.workinggroups.clause;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.timerules.clause.MarkedWords;
import org.moutracker.timerules.clause.Part;

/** Words that a proposal rests on. */
@Schema(description = "Words that a proposal rests on.")
record UsedWords(
        @Schema(
                required = true,
                description = "The first character, counted from 0 in UTF-16 code units.",
                examples = "42")
        int start,

        @Schema(required = true, description = "The first character behind them.", examples = "57")
        int end,

        @Schema(required = true, description = "What they are to the rule.", examples = "DIRECTION")
        Part as) {

    static UsedWords of(MarkedWords words) {
        return new UsedWords(words.start(), words.end(), words.as());
    }
}
