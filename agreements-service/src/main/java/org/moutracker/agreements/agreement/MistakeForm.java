package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an agreement is void, or is not after all. */
@Schema(name = "AgreementVoiding", description = "Why an agreement is void, or is not after all.")
record MistakeForm(
        @NotBlank @Size(max = 1000) @Schema(examples = "It is the programme of another ministry")
        String reason) {}
