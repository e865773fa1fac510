package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.workinggroups.person.Contact;

/** A party names somebody. */
record Nomination(
        @NotNull @Valid @Schema(required = true) Contact person,

        @NotBlank @Schema(required = true, description = "The code of a party of the agreement.", examples = "PK")
        String party,

        @NotNull @Schema(required = true) MemberRole role) {}
