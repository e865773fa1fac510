package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often a group meets and what belongs to a meeting. Periods are ISO 8601.
 *
 * @param every counted from the first meeting, never from one to the next
 * @param hosts codes of the parties that receive the others, in turn
 */
public record MeetingRule(
        @NotNull @Schema(required = true, examples = "P6M") String every,

        @NotEmpty @Size(max = 50) @Schema(required = true, examples = "[\"PK\", \"PS\"]")
        List<@NotNull String> hosts,

        @NotNull @Valid @Schema(required = true) Quorum quorum,

        @NotNull @Schema(required = true, description = "How long before a meeting it is convened.", examples = "P14D")
        String notice,

        @NotNull
        @Schema(
                required = true,
                description = "How soon after a meeting its minutes are circulated.",
                examples = "P30D")
        String minutesWithin,

        @Schema(
                description =
                        "After which silence a side that was told agrees with the minutes; without it each side must say so.",
                examples = "P14D",
                nullable = true)
        @Nullable
        String silence) {

    public MeetingRule {
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
    }
}
