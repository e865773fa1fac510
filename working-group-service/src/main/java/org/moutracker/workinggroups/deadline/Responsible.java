package org.moutracker.workinggroups.deadline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has to see to it. */
@Schema(description = "A party that has to see to it.")
public record Responsible(
        @Schema(required = true, examples = "PK") String party) {}
