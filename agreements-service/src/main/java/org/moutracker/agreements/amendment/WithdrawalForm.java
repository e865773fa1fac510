package org.moutracker.agreements.amendment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an amendment is withdrawn. */
@Schema(name = "AmendmentWithdrawal", description = "Why the amendment is withdrawn.")
record WithdrawalForm(
        @NotBlank @Size(max = 1000) @Schema(examples = "The parties will negotiate a new agreement instead")
        String reason) {}
