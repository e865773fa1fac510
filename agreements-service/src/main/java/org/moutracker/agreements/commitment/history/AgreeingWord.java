package org.moutracker.agreements.commitment.history;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a party agreed to an outcome, and when. */
@Schema(description = "That a party agreed to an outcome, and when.")
public record AgreeingWord(
        @NotBlank @Schema(required = true, description = "Code of the party", examples = "PK")
        String party,

        @NotNull @Schema(required = true, examples = "2026-01-10")
        LocalDate on,

        @Schema(nullable = true) @Valid @Nullable OnBehalf onBehalf) {}
