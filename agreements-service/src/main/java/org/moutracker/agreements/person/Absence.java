package org.moutracker.agreements.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody is away.
 *
 * @param to the last of them
 * @param deputy the person who stands in, if anybody does
 */
@Schema(name = "Away", description = "Days on which somebody is away, and the person who stands in.")
public record Absence(
        @Schema(required = true) LocalDate from,

        @Schema(required = true, description = "The last day")
        LocalDate to,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The person who stands in") @Nullable
        UUID deputy) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
