package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is not applied for the time being.
 *
 * @param areas names of areas; none when the whole agreement is suspended
 */
@Schema(description = "What is not applied for the time being.")
public record Suspension(
        @Schema(required = true) LocalDate since,

        @Schema(required = true, description = "Names of areas; none when the whole agreement is suspended")
        List<String> areas) {

    public Suspension {
        areas = areas.stream().sorted().toList();
    }

    /** Whether all that belongs to these areas, or to the whole when there are none, is suspended. */
    public boolean covers(Collection<String> names) {
        return areas.isEmpty() || (!names.isEmpty() && areas.containsAll(names));
    }
}
