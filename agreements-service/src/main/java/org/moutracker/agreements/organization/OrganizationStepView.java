package org.moutracker.agreements.organization;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that became of an organization. */
@Schema(name = "OrganizationStep", description = "Something that became of an organization, and who said so.")
record OrganizationStepView(
        @Schema(required = true) UUID id,
        @Schema(required = true) OrganizationStep what,

        @Schema(required = true, nullable = true) @Nullable OrganizationView before,

        @Schema(required = true) OrganizationView after,

        @Schema(required = true, nullable = true, examples = "registered twice") @Nullable
        String reason,

        @Schema(required = true) Instant at,
        @Schema(required = true) String by) {}
