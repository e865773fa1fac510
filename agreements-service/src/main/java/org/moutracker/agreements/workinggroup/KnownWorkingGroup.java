package org.moutracker.agreements.workinggroup;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A working group of an agreement as it stood at some time, as far as its owner has told. */
@Schema(description = "A working group of the agreement; more of it under /api/v1/working-groups of its service.")
public record KnownWorkingGroup(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Pakistan–Palestine Health Working Group")
        String name,

        @Schema(
                required = true,
                description = "MANDATED, FORMING, CONSTITUTED, ACTIVE, DORMANT, CONCLUDED or ABANDONED")
        String status,

        @Schema(required = true, nullable = true, examples = "2025-10-14") @Nullable
        LocalDate establishedOn,

        @Schema(required = true, description = "How many seats nobody has been named for", examples = "1")
        int missing) {}
