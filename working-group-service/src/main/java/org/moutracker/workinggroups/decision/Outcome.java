package org.moutracker.workinggroups.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An effect of a decision and what became of it.
 *
 * @param subject what came about or was changed, such as {@code action-items/{id}}; null while there is none
 */
@Schema(name = "DecisionOutcome", description = "What was decided to follow, and what became of it.")
record Outcome(
        @Schema(required = true, description = "Its place among the effects.", examples = "0")
        int index,

        @Schema(required = true) Effect effect,
        @Schema(required = true) EffectStatus status,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Why it has not come about, or why it stays.",
                examples = "the code C-07 is taken",
                nullable = true)
        @Nullable
        String because,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "What came about or was changed.",
                examples = "action-items/01995778-6000-7000-8000-00000000a201",
                nullable = true)
        @Nullable
        String subject) {

    Outcome became(EffectStatus next, @Nullable String because, @Nullable String subject) {
        return new Outcome(index, effect, next, because, subject);
    }

    /** Whether agreements-service is to say what becomes of it. */
    boolean isElsewhere() {
        return switch (effect) {
            case Effect.OpenCommitment _, Effect.CloseCommitment _ -> true;
            case Effect.AssignAction _, Effect.ExtendDeadline _, Effect.CreateSubGroup _ -> false;
        };
    }
}
