package org.moutracker.agreements.provenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a statement was recorded wrongly. */
@Schema(name = "StatementWithdrawal", description = "Why a statement was recorded wrongly.")
record WithdrawalForm(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = StatementForm.TEXT, message = StatementForm.NO_TEXT)
        @Schema(examples = "The report is about another ambassador")
        String reason) {}
