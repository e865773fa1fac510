package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which rule the agreement enters into force; none where the text does not say, and then nothing is assumed. */
@Schema(
        description =
                "By which rule the agreement enters into force. Left out where the text does not say: then it stays "
                        + "SIGNED and nothing is assumed.")
public record EntryIntoForce(@NotNull Kind kind) {

    /** The rules. */
    @Schema(name = "EntryIntoForceKind", description = "ON_SIGNATURE: on the day of the last signature.")
    public enum Kind {
        ON_SIGNATURE
    }
}
