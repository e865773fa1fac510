package org.moutracker.agreements.contactpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With which day a contact point ends. */
@Schema(description = "With which day a contact point ends.")
record ContactPointEnd(
        @NotNull
        @Schema(
                required = true,
                description = "The last day; the day before the first takes it back",
                examples = "2026-03-31")
        LocalDate on) {}
