package org.moutracker.agreements.contactpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is forgotten. */
@Schema(description = "Why somebody is forgotten.")
record ContactPointErasure(
        @NotBlank @Size(max = 500) @Schema(required = true, examples = "asked to be forgotten")
        String reason) {}
