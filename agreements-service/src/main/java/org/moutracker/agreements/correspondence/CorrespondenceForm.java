package org.moutracker.agreements.correspondence;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/** A note verbale or letter as a caller enters it. */
@Schema(name = "CorrespondenceForm", description = "A note verbale or letter about an agreement.")
record CorrespondenceForm(
        @NotNull Kind kind,

        @NotBlank @Size(max = 100) @Schema(description = "As its sender numbered it", examples = "PS/2026/14")
        String number,

        @Schema(nullable = true, description = "The day that it bears, as far as it is known", examples = "2026-01-10")
        @Nullable
        PartialDate dated,

        @NotNull Direction direction,

        @NotBlank @Schema(description = "Code of the party that sent it", examples = "PS")
        String from,

        @NotBlank @Schema(description = "Code of the party that it was sent to", examples = "PK")
        String to,

        @Size(max = 50) @Schema(description = "What of the agreement it is about; nothing when it is about all of it")
        List<@NotNull @Valid About> about,

        @NotBlank @Size(max = 4000) @Schema(examples = "Asks for the meeting of the working group to be held in March")
        String summary,

        @Schema(nullable = true, description = "The document of this agreement that it is") @Nullable
        UUID document) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    CorrespondenceForm {
        about = requireNonNullElse(about, List.of());
    }
}
