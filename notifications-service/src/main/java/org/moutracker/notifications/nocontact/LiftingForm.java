package org.moutracker.notifications.nocontact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody may be told again. */
@Schema(name = "NoContactLifting", description = "Why somebody may be told again.")
record LiftingForm(
        @NotBlank
        @Size(max = 1000)
        @Schema(required = true, examples = "Note verbale 40/2025: direct correspondence is welcome again")
        String reason) {}
