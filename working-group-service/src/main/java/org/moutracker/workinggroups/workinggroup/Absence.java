package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a member cannot be reached.
 *
 * @param number counts from 1 for each member, and is not used again
 * @param deputy the member who stands in; null when nobody does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Days on which a member is away, and who stands in.")
public record Absence(
        @Schema(required = true, examples = "1") int number,
        @Schema(required = true, examples = "2025-10-01") LocalDate from,
        @Schema(required = true, examples = "2025-10-12") LocalDate to,

        @Schema(description = "The member who stands in, by the id of the seat.", nullable = true) @Nullable
        UUID deputy) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
