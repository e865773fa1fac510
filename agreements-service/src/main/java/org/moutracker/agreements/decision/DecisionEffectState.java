package org.moutracker.agreements.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.Generators;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an effect of a decision, as other services hear of it.
 *
 * @param because the rule that forbids it, or why it stays
 * @param undone whether it was taken back; told only then
 */
record DecisionEffectState(
        UUID id,
        UUID decisionId,
        int index,
        boolean accepted,
        @Nullable String because,
        @Nullable UUID commitmentId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean undone) {

    private static final UUID NAMESPACE = UUID.fromString("5c1d3f86-8e0b-4d6a-9a57-5f5a1d0c7e21");

    /** The same however often it is answered. */
    static UUID id(UUID decision, int index) {
        // One for each call: the digest inside belongs to one thread.
        return Generators.nameBasedGenerator(NAMESPACE).generate("decision-effect %s %d".formatted(decision, index));
    }
}
