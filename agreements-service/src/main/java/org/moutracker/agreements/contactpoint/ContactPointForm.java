package org.moutracker.agreements.contactpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.Contact;

/** Whom one turns to in an organization. */
@Schema(name = "NewContactPoint", description = "Whom one turns to in an organization.")
record ContactPointForm(
        @NotNull @Valid @Schema(required = true) Contact person,

        @NotBlank @Size(max = 200) @Schema(required = true, examples = "Director of International Cooperation")
        String role,

        @Schema(nullable = true, description = "The first day; today unless told") @Nullable
        LocalDate from,

        @Schema(nullable = true, description = "The last day; open unless told") @Nullable
        LocalDate until) {}
