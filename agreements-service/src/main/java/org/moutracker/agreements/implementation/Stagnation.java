package org.moutracker.agreements.implementation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What nobody has reported on for too long. */
@Schema(
        description = "Commitments without a date that nobody has reported on for too long, as working-group-service "
                + "watches them.")
record Stagnation(
        @Schema(
                required = true,
                nullable = true,
                description = "The first day by which there should have been a report")
        @Nullable
        LocalDate since,

        @Schema(required = true, examples = "[\"C-02\"]") List<String> commitments) {}
