package org.moutracker.agreements.organization;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization that was just added, and those that it may be the same as. */
@Schema(
        name = "OrganizationToCheck",
        description = "An organization that was just added because none was described so, and which others are alike.")
public record LikelyDuplicates(
        @Schema(required = true) UUID organizationId,

        @Schema(required = true, examples = "Ministry of Health")
        String name,

        @Schema(required = true, description = "Which it may be the same as; nothing is joined by itself")
        List<DuplicateView> duplicates) {}
