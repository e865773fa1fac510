package org.moutracker.agreements.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something that was said of an organization is taken back. */
@Schema(name = "OrganizationReason", description = "Why something that was said of an organization is taken back.")
record ReasonForm(
        @NotBlank @Size(max = 500) @Schema(required = true, examples = "another ministry of the same name")
        String reason) {}
