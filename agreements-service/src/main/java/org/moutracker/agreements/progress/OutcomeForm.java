package org.moutracker.agreements.progress;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.agreements.commitment.Outcome;
import org.moutracker.agreements.commitment.history.AgreeingWord;
import org.moutracker.agreements.commitment.history.Evidence;

/** What came of a commitment, as all sides say. */
@Schema(name = "CommitmentOutcome", description = "What came of a commitment, as all sides that it concerns say.")
record OutcomeForm(
        @NotNull @Schema(required = true) Outcome as,

        @NotBlank
        @Size(max = 4000)
        @Schema(required = true, examples = "The hospital was rebuilt without its burn unit; no more will be built")
        String reason,

        @NotEmpty @Size(max = 50) @Schema(required = true, description = "One of every side, by any of its parties")
        List<@NotNull @Valid AgreeingWord> words,

        @Size(max = 50) List<@NotNull @Valid Evidence> evidence) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    OutcomeForm {
        words = requireNonNullElse(words, List.of());
        evidence = requireNonNullElse(evidence, List.of());
    }
}
