package org.moutracker.agreements.responsibility;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With which day something ends. */
@Schema(name = "OfficerEnd", description = "With which day something ends.")
record EndForm(
        @NotNull
        @Schema(
                required = true,
                description = "The last day; the day before the first takes it back",
                examples = "2026-03-31")
        LocalDate on,

        @Size(max = 500) @Schema(nullable = true, examples = "posted abroad") @Nullable
        String reason) {}
