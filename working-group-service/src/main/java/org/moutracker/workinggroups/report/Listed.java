package org.moutracker.workinggroups.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some of how many.
 *
 * @param items the first ones; a report is read by people
 */
public record Listed<T>(
        @Schema(required = true, description = "How many there are.", examples = "2")
        int count,

        @Schema(required = true, description = "The first 200 of them.")
        List<T> items) {

    static final int MOST = 200;

    public Listed {
        items = List.copyOf(items);
    }

    static <T> Listed<T> none() {
        return new Listed<>(0, List.of());
    }
}
