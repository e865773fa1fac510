package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the same was suspended.
 *
 * @param until the day on which it counted again; null while it is suspended
 * @param areas names of areas; none when it was the whole agreement
 */
@Schema(description = "A time in which the agreement, or some of its areas, was suspended.")
public record SuspensionPeriod(
        @Schema(required = true) LocalDate since,
        @Schema(required = true, nullable = true) @Nullable LocalDate until,
        @Schema(required = true) List<String> areas) {

    SuspensionPeriod until(LocalDate end) {
        return new SuspensionPeriod(since, end, areas);
    }
}
