package org.moutracker.agreements.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a document is void. */
@Schema(name = "DocumentVoiding", description = "Why a document that was entered wrongly is void.")
record VoidingForm(
        @NotBlank @Size(max = 1000) @Schema(examples = "It belongs to another agreement")
        String reason) {}
