package org.moutracker.agreements.progress;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why it is taken back that the sides closed a commitment. */
@Schema(name = "CommitmentCorrection", description = "Why it is taken back that the sides closed it.")
record CorrectionForm(
        @NotBlank @Size(max = 1000) @Schema(required = true, examples = "The note was about another commitment")
        String reason) {}
