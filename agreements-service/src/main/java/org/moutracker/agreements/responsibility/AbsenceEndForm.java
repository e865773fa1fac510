package org.moutracker.agreements.responsibility;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With which day an absence ends. */
@Schema(name = "AbsenceEnd", description = "With which day an absence ends.")
record AbsenceEndForm(
        @NotNull
        @Schema(
                required = true,
                description = "The last day; the day before the first takes it back",
                examples = "2026-03-10")
        LocalDate on) {}
