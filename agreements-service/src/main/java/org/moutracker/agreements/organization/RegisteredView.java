package org.moutracker.agreements.organization;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization that was just registered, with what it may be a duplicate of. */
@Schema(name = "RegisteredOrganization", description = "An organization as registered, and which others are alike.")
record RegisteredView(
        @Schema(required = true) OrganizationView organization,

        @Schema(required = true, description = "Which it may be the same as; nothing is joined by itself")
        List<DuplicateView> duplicates) {}
