package org.moutracker.notifications.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be sent once more, and why; or only how much that would be. */
@Schema(name = "NewReplay")
record NewReplay(
        @NotNull @Valid @Schema(required = true) ReplaySelector selector,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "The mailbox was full and is not any more.")
        String reason,

        @Schema(required = true, description = "Whether it only tells how many it would be")
        boolean dryRun) {}
