package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of which agreement another is a duplicate. */
@Schema(name = "AgreementMerger", description = "Of which agreement this one is a duplicate, and why one thinks so.")
record MergerForm(
        @NotNull @Schema(description = "The agreement that goes on")
        UUID into,

        @NotBlank @Size(max = 1000) @Schema(examples = "Registered by both ministries")
        String reason) {}
