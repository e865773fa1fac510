package org.moutracker.notifications.donereport;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is not done that was reported done. */
@Schema(name = "Declining", description = "Why it is not done. Whoever reported it is told.")
record DecliningForm(
        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "The other side has not named its co-chair yet")
        String reason) {}
