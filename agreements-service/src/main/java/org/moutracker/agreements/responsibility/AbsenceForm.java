package org.moutracker.agreements.responsibility;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Days on which an officer is away from everything. */
@Schema(name = "AbsenceForm", description = "Days on which an officer is away, from all agreements at once.")
record AbsenceForm(
        @NotNull @Schema(required = true, examples = "2026-03-01")
        LocalDate from,

        @NotNull @Schema(required = true, description = "The last day", examples = "2026-03-14")
        LocalDate to,

        @Size(max = 100) @Schema(nullable = true, description = "The subject of the officer who stands in") @Nullable
        String deputy) {}
