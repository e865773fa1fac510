package org.moutracker.workinggroups.clause;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;

/** A rule that somebody has confirmed, with its clause: what a commitment or a deadline is then given. */
@Schema(description = "A rule that somebody has confirmed, with its clause.")
record ConfirmedRule(
        @Schema(required = true) UUID readingId,

        @Schema(required = true, description = "Which proposal it was, counted from 0.", examples = "0")
        int proposal,

        @Schema(ref = "#/components/schemas/TimeRule", required = true)
        Map<String, Object> rule,

        @Schema(required = true, description = "The rule in words.", examples = "Within 30 days after the statement.")
        String sentence,

        @Schema(required = true, description = "The words of the clause.")
        String text,

        @Schema(required = true, description = "Where the clause stands.", examples = "article 7(2)", nullable = true)
        @Nullable
        String clause,

        @Schema(required = true, examples = "2025-09-18T07:00:00Z")
        Instant confirmedAt,

        @Schema(required = true, description = "Who confirmed it.", examples = "registrar")
        String confirmedBy) {

    static ConfirmedRule of(
            ClauseReading reading, int proposal, Rule rule, @Nullable String clause, Instant at, String who) {
        return new ConfirmedRule(
                reading.id(), proposal, rule.toJson(), rule.inWords(), reading.text(), clause, at, who);
    }

    /** Whether another confirmation says the same, whoever says it and when. */
    boolean saysTheSameAs(ConfirmedRule other) {
        return proposal == other.proposal && rule.equals(other.rule) && Objects.equals(clause, other.clause);
    }
}
