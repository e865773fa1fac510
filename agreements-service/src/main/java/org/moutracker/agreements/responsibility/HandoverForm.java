package org.moutracker.agreements.responsibility;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who takes over from whom, of which agreements, from which day on. */
@Schema(name = "HandoverForm", description = "Who takes over from whom, of which agreements, from which day on.")
record HandoverForm(
        @NotBlank @Schema(required = true, description = "The subject of the officer who leaves", examples = "a-khan")
        String from,

        @NotBlank
        @Schema(required = true, description = "The subject of the officer who takes over", examples = "b-ahmed")
        String to,

        @NotNull @Schema(required = true, ref = "#/components/schemas/AgreementSelection")
        Selection agreements,

        @Schema(nullable = true, description = "The first day of the one who takes over; today unless told") @Nullable
        LocalDate on,

        @NotBlank @Size(max = 500) @Schema(required = true, examples = "posted abroad")
        String reason) {}
