package org.moutracker.agreements.progress;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.history.Evidence;
import org.moutracker.agreements.commitment.history.OnBehalf;

/** That a side does not take a commitment for fulfilled, and why. */
@Schema(
        name = "CommitmentDispute",
        description =
                "That a side does not take it for fulfilled. Recorded by whoever uses the system, also on its behalf.")
record DisputeForm(
        @NotBlank @Schema(required = true, description = "Code of the party that speaks for its side", examples = "PS")
        String party,

        @NotNull @Schema(required = true, examples = "2026-01-20")
        LocalDate on,

        @NotBlank
        @Size(max = 4000)
        @Schema(required = true, examples = "Ten of the thirty were not admitted to the examination")
        String reason,

        @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
        @Schema(nullable = true) @Valid @Nullable OnBehalf onBehalf) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    DisputeForm {
        evidence = requireNonNullElse(evidence, List.of());
    }
}
