package org.moutracker.workinggroups.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be talked about.
 *
 * @param minutes how much time it is given; null when nobody said
 */
@Schema(name = "AgendaItem", description = "What is to be talked about.")
record AgendaItem(
        @Schema(required = true, description = "From 1, in the order of the agenda.", examples = "1")
        int number,

        @Schema(required = true, examples = "Plan of work") String title,

        @Schema(required = true, description = "How much time it is given.", examples = "60", nullable = true) @Nullable
        Integer minutes,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What is laid before the meeting.")
        List<Paper> papers) {

    AgendaItem {
        papers = papers == null ? List.of() : List.copyOf(papers);
    }
}
