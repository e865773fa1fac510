package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who leads a group.
 *
 * @param period how long a side's turn lasts, from the establishment on; only where it rotates
 */
public record Chairing(
        @NotNull @Schema(required = true) Kind kind,

        @Schema(description = "How long a turn lasts, where it rotates.", examples = "P1Y", nullable = true) @Nullable
        String period) {

    /** Together, or in turn. */
    public enum Kind {
        CO_CHAIRS,
        ROTATING
    }
}
