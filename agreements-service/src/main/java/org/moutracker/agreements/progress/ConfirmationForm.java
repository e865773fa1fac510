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

/** That a side takes a commitment for fulfilled, as another one reported it. */
@Schema(
        name = "CommitmentConfirmation",
        description = "That a side takes it for fulfilled. Recorded by whoever uses the system, also on its behalf.")
record ConfirmationForm(
        @NotBlank @Schema(required = true, description = "Code of the party that speaks for its side", examples = "PS")
        String party,

        @NotNull @Schema(required = true, examples = "2026-01-20")
        LocalDate on,

        @Size(max = 4000) @Schema(nullable = true, description = "What it says with it") @Nullable
        String note,

        @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
        @Schema(nullable = true) @Valid @Nullable OnBehalf onBehalf) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    ConfirmationForm {
        evidence = requireNonNullElse(evidence, List.of());
    }
}
