package org.moutracker.agreements.provenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the register rests on one statement and not on others. */
@Schema(name = "StatementChoice", description = "Why the register rests on one statement and not on others.")
record ChoiceForm(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = StatementForm.TEXT, message = StatementForm.NO_TEXT)
        @Schema(examples = "The embassy spells it so itself")
        String because) {}
