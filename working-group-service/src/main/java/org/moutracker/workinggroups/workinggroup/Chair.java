package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The side whose turn it is to lead a group.
 *
 * @param until the last day of its turn
 */
@Schema(description = "The side whose turn it is to lead the group; left out where co-chairs lead it together.")
public record Chair(
        @Schema(required = true, examples = "PK") String side,
        @Schema(required = true, examples = "2025-10-14") LocalDate from,

        @Schema(required = true, description = "The last day of its turn.", examples = "2026-10-13")
        LocalDate until) {}
