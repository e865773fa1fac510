package org.moutracker.agreements.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which organization it is a duplicate of, and how that is known. */
@Schema(name = "Merger", description = "Which organization it is a duplicate of, and how that is known.")
record MergerForm(
        @NotNull @Schema(required = true, description = "The organization that stays")
        UUID into,

        @NotBlank @Size(max = 500) @Schema(required = true, examples = "registered twice by two embassies")
        String reason) {}
