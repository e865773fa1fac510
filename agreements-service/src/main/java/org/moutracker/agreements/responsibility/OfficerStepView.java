package org.moutracker.agreements.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that became of an officer of an agreement. */
@Schema(name = "OfficerStep", description = "Something that became of an officer of an agreement, and who said so.")
record OfficerStepView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID assignmentId,
        @Schema(required = true) OfficerStep what,
        @Schema(required = true, examples = "a-khan") String subject,
        @Schema(required = true) OfficerRole role,
        @Schema(required = true) LocalDate from,
        @Schema(required = true, nullable = true) @Nullable LocalDate until,

        @Schema(required = true, nullable = true, description = "The last day as it was before") @Nullable
        LocalDate untilBefore,

        @Schema(required = true, nullable = true) @Nullable String reason,

        @Schema(required = true, nullable = true, description = "The handover that it was part of") @Nullable
        UUID handoverId,

        @Schema(required = true) Instant at,
        @Schema(required = true) String by) {}
