package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact of an agreement with all that is said of it, as callers see it. */
@Schema(
        name = "StatedFact",
        description = "A fact of an agreement: what the register says, and side by side what its sources say.")
record FactView(
        @Schema(required = true, examples = "signatures.PS.person.name")
        String fact,

        @Schema(required = true, ref = "#/components/schemas/RegisteredValue") @Nullable
        JsonNode says,

        @Schema(
                required = true,
                description = "False when the agreement has lost it since a source said something of it")
        boolean registered,

        @Schema(required = true, description = "Sources contradict the register, or each other in what it leaves open")
        boolean conflict,

        @Schema(
                required = true,
                description =
                        "The statements that the register rests on: the one that was chosen, or else all that agree with it")
        List<UUID> chosen,

        @Schema(required = true, nullable = true) @Nullable ChoiceView choice,

        @Schema(
                required = true,
                description = "Those that stand: the most trusted first, of the same confidence the newest")
        List<StatementView> statements) {

    /** Why the register rests on one statement and not on others. */
    @Schema(
            name = "ChosenStatement",
            description = "Why the register rests on one statement, as long as that one says what the register says.")
    record ChoiceView(
            @Schema(required = true) UUID statement,

            @Schema(required = true, examples = "The embassy spells it so itself")
            String because,

            @Schema(required = true) Instant at,
            @Schema(required = true, examples = "registrar") String by) {

        static ChoiceView of(Choice choice) {
            return new ChoiceView(choice.statementId, choice.because, choice.chosenAt, choice.chosenBy);
        }
    }
}
