package org.moutracker.agreements.organization;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who stands in the place of an organization, and from which day on. */
@Schema(name = "SuccessionForm", description = "Who stands in the place of an organization, and from which day on.")
record SuccessionForm(
        @NotNull @Schema(required = true) SuccessionKind kind,

        @NotNull @Schema(required = true, description = "The organization that stands there then")
        UUID by,

        @NotNull @Schema(required = true, description = "The first day", examples = "2024-07-01")
        LocalDate on,

        @Size(max = 500) @Schema(nullable = true, examples = "decree no. 12 of 2024") @Nullable
        String reason) {

    Succession succession() {
        return new Succession(kind, by, on);
    }
}
