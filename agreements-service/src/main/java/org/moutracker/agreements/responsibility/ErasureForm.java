package org.moutracker.agreements.responsibility;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is forgotten. */
@Schema(name = "OfficerErasure", description = "Why somebody is forgotten.")
record ErasureForm(
        @NotBlank @Size(max = 500) @Schema(required = true, examples = "asked to be forgotten")
        String reason) {}
