package org.moutracker.workinggroups.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as a caller records it. */
@Schema(name = "NewDecision", description = "What a group decided, and what is to follow from it.")
record DecisionForm(
        @Schema(
                description =
                        "The meeting at which it was decided, which was held with its quorum; left out when it was"
                                + " decided by correspondence.",
                nullable = true)
        @Nullable
        UUID meetingId,

        @Schema(
                description = "Not in the future and not before the group was established; the day of the meeting, or"
                        + " today, unless told.",
                examples = "2026-05-10",
                nullable = true)
        @Nullable
        LocalDate decidedOn,

        @NotBlank @Size(max = 500) @Schema(required = true, examples = "Train twelve ophthalmologists in Lahore")
        String title,

        @NotBlank @Size(max = 20_000) @Schema(required = true)
        String text,

        @Size(max = 20) @Schema(description = "By language (BCP 47).", nullable = true)
        Map<@NotBlank String, @NotNull @Valid Translation> translations,

        @NotEmpty @Size(max = 50) @Schema(required = true, description = "Of every side of the group.")
        List<@NotNull @Valid SidePosition> positions,

        @Size(max = 50) @Schema(description = "In the order in which they are numbered.", nullable = true)
        List<@NotNull @Valid Effect> effects) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    DecisionForm {
        translations = translations == null ? Map.of() : translations;
        effects = effects == null ? List.of() : effects;
    }
}
