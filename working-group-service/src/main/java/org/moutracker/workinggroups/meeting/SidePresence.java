package org.moutracker.workinggroups.meeting;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether enough of a side were there.
 *
 * @param present how many spoke for it; alternates only in place of somebody who was away
 */
@Schema(description = "Whether enough of a side were there.")
record SidePresence(
        @Schema(required = true, examples = "PK") String side,

        @Schema(required = true, description = "How many spoke for it.", examples = "2")
        int present,

        @Schema(required = true, examples = "1") int required,

        @Schema(required = true) boolean coChairRequired,
        @Schema(required = true) boolean coChairPresent) {

    /** What it lacks, as sentences. */
    List<String> lacking() {
        var lacking = new ArrayList<String>();
        if (present < required) {
            lacking.add("%s lacks %d of %d".formatted(side, required - present, required));
        }
        if (coChairRequired && !coChairPresent) {
            lacking.add(side + " lacks its co-chair");
        }
        return lacking;
    }
}
