package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/** What is right about a line that was recorded wrongly, as a caller says it. */
@Schema(
        name = "Correction",
        description =
                "What is right about a line that was recorded wrongly: the right values of the fields that are wrong, "
                        + "null where nobody knows; or void, when it never happened.")
record CorrectionForm(
        @NotBlank @Size(max = 1000) @Schema(examples = "The gazette prints another day")
        String reason,

        @JsonProperty("void") @Schema(nullable = true, description = "It never happened") @Nullable
        Boolean voids,

        @Schema(nullable = true) @Nullable PartialDate occurredOn,
        @Schema(nullable = true) @Nullable PartialDate effectiveOn,

        @Schema(nullable = true, description = "Code of the party that acted") @Nullable
        String party,

        @Size(max = 100) @Schema(description = "Names of areas; none for the whole agreement")
        List<@NotNull String> areas,

        @Schema(implementation = String.class, nullable = true, examples = "P2Y") @Nullable
        Period period,

        @Size(max = 1000) @Schema(nullable = true) @Nullable String note) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    CorrectionForm {
        areas = areas == null ? List.of() : areas;
    }
}
