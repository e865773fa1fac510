package org.moutracker.workinggroups.clause;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.timerules.clause.Reading;

/** What was made of a clause, and what of it was confirmed. It has no date, and none follows from it by itself. */
@Schema(description = "What was made of a clause: proposals, and the words that are in none of them. Never a date.")
record ClauseReading(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The words as they were given; offsets point into them.")
        String text,

        @Schema(required = true, examples = "en") String language,

        @Schema(
                required = true,
                description = "READ: everything recognized as bearing on a time is in a proposal. PARTIAL: words beside"
                        + " the proposals may change what they mean. UNREAD: nothing is proposed.")
        Reading.Outcome outcome,

        @Schema(
                required = true,
                description = "The rules that the clause seems to set, all of them together, in the order of the text.")
        List<ProposedRule> proposals,

        @Schema(required = true, description = "Words that bear on a time or a condition and are in no proposal.")
        List<UnusedWords> notUnderstood,

        @Schema(required = true, description = "What a person should know about the reading as a whole.")
        List<String> remarks,

        @Schema(required = true, examples = "2025-09-18T07:00:00Z")
        Instant readAt,

        @Schema(required = true, description = "Who asked for it.", examples = "registrar")
        String readBy,

        @Schema(required = true, description = "What was confirmed of it, by proposal.")
        List<ConfirmedRule> confirmed) {

    static ClauseReading of(UUID id, ClauseRequest clause, Reading reading, Instant at, String who) {
        return new ClauseReading(
                id,
                clause.text(),
                clause.language(),
                reading.outcome(),
                reading.proposals().stream().map(ProposedRule::of).toList(),
                reading.notUnderstood().stream().map(UnusedWords::of).toList(),
                reading.remarks(),
                at,
                who,
                List.of());
    }

    /** Rises with every confirmation, which is all that ever changes. */
    long version() {
        return 1L + confirmed.size();
    }

    ClauseReading with(List<ConfirmedRule> rules) {
        return new ClauseReading(
                id, text, language, outcome, proposals, notUnderstood, remarks, readAt, readBy, List.copyOf(rules));
    }
}
