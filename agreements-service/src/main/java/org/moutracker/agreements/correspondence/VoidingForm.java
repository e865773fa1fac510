package org.moutracker.agreements.correspondence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an entry is void. */
@Schema(name = "CorrespondenceVoiding", description = "Why an entry that was wrong is void.")
record VoidingForm(
        @NotBlank @Size(max = 1000) @Schema(examples = "It is about another agreement")
        String reason) {}
