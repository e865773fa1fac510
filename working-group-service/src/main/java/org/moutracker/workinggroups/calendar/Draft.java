package org.moutracker.workinggroups.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The next revision of a calendar while somebody works on it.
 *
 * @param basedOn the revision that it began with; 0 when the authority is new
 */
@Schema(name = "CalendarDraft", description = "The next revision of a calendar while somebody works on it.")
record Draft(
        @Schema(required = true, examples = "PS") String authority,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version,

        @Schema(
                required = true,
                description = "The revision that it began with; 0 when the authority is new.",
                examples = "3")
        int basedOn,

        @Schema(required = true) CalendarContent content,

        @Schema(required = true, description = "Who changed it last.", examples = "registrar")
        String changedBy,

        @Schema(required = true, description = "When.") Instant changedAt) {}
