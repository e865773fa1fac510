package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who leads a group.
 *
 * @param period how long a side's turn lasts; only where it rotates
 * @param order the sides, the first leads first; empty for the order of the parties
 */
public record Chairing(
        @NotNull @Schema(required = true) Kind kind,

        @Schema(description = "How long a turn lasts, where it rotates.", examples = "P1Y", nullable = true) @Nullable
        String period,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Size(max = 50)
        @Schema(
                description =
                        "The sides in turn, where it rotates: every side once, the order of the parties unless told.",
                examples = "[\"PS\", \"PK\"]")
        List<@NotNull String> order) {

    public Chairing {
        order = order == null ? List.of() : List.copyOf(order);
    }

    /** Without an order of its own. */
    public Chairing(Kind kind, @Nullable String period) {
        this(kind, period, List.of());
    }

    /** Together, or in turn. */
    public enum Kind {
        CO_CHAIRS,
        ROTATING
    }
}
