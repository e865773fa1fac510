package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who must be present of each side for a meeting to be one.
 *
 * @param alternatesAct whether an alternate who has come acts as the co-chair who has not; null, and not told, when not
 */
public record Quorum(
        @Min(0) @Max(1000) @Schema(required = true, examples = "1")
        int minimumPerSide,

        @Schema(required = true) boolean coChairPerSide,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "Whether an alternate who has come acts as the co-chair who has not, also where no absence was noted.",
                nullable = true)
        @Nullable
        Boolean alternatesAct) {

    public Quorum {
        alternatesAct = Boolean.TRUE.equals(alternatesAct) ? true : null;
    }

    /** Where alternates do not act unless they were named as deputies. */
    public Quorum(int minimumPerSide, boolean coChairPerSide) {
        this(minimumPerSide, coChairPerSide, null);
    }

    boolean letsAlternatesAct() {
        return alternatesAct != null;
    }
}
