package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who must be present of each side for a meeting to be one.
 *
 * @param alternatesAct whether an alternate who has come acts as the co-chair who has not
 */
public record Quorum(
        @Min(0) @Max(1000) @Schema(required = true, examples = "1")
        int minimumPerSide,

        @Schema(required = true) boolean coChairPerSide,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        @Schema(
                description =
                        "Whether an alternate who has come acts as the co-chair who has not, also where no absence was noted.")
        boolean alternatesAct) {

    /** Where alternates do not act unless they were named as deputies. */
    public Quorum(int minimumPerSide, boolean coChairPerSide) {
        this(minimumPerSide, coChairPerSide, false);
    }
}
