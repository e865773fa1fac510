package org.moutracker.notifications.hold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a hold is released. */
@Schema(name = "HoldReleaseReason")
record Reason(
        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "The date is right.")
        String reason) {}
