package org.moutracker.notifications.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why what waits is released, or cancelled. */
@Schema(name = "ReleaseReason")
record Decision(
        @NotBlank
        @Size(max = 2000)
        @Schema(required = true, examples = "The revised calendar was checked; people must know.")
        String reason) {}
