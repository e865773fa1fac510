package org.moutracker.agreements.commitment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a side says of whether a commitment is fulfilled. */
@Schema(name = "CommitmentPosition", description = "What a side says of whether it is fulfilled.")
public record Position(
        @Schema(required = true, examples = "PK") String side,

        @Schema(
                required = true,
                description = "REPORTED: it says that it is done itself. CONFIRMED, DISPUTED: what others say.")
        Word word,

        @Schema(required = true) LocalDate on) {

    /** What can be said. */
    @Schema(name = "CommitmentWord")
    public enum Word {
        REPORTED,
        CONFIRMED,
        DISPUTED;

        boolean agrees() {
            return this != DISPUTED;
        }
    }
}
