package org.moutracker.notifications.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says how an official knows that an address is right. */
@Schema(name = "Vouching")
record Vouching(
        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Note verbale 12/2025 of 2025-09-20")
        String evidence) {}
