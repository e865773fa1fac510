package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.OrganizationForm;

/** A party as a caller names it. */
@Schema(description = "Who agrees.")
public record PartyForm(
        @NotNull
        @Pattern(regexp = PartyForm.CODE, message = "must be 1 to 16 letters, digits, - or _")
        @Schema(description = "Its name within the agreement", examples = "PK")
        String code,

        @Pattern(regexp = PartyForm.CODE, message = "must be 1 to 16 letters, digits, - or _")
        @Schema(nullable = true, description = "With whom it stands; alone under its own code unless told")
        @Nullable
        String side,

        @NotNull OrganizationForm organization,

        @Size(max = 200) @Schema(nullable = true, examples = "State of Palestine") @Nullable
        String onBehalfOf) {

    static final String CODE = "[A-Za-z0-9][A-Za-z0-9_-]{0,15}";
}
