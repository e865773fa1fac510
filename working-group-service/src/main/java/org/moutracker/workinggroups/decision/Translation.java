package org.moutracker.workinggroups.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision in another language. */
@Schema(name = "DecisionTranslation")
record Translation(
        @NotBlank @Size(max = 500) @Schema(required = true) String title,

        @NotBlank @Size(max = 20_000) @Schema(required = true)
        String text) {}
