package org.moutracker.workinggroups.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one side says: sides decide, not persons. */
@Schema(name = "DecidingSide", description = "What one side said to a decision.")
record SidePosition(
        @NotBlank @Schema(required = true, examples = "PK") String side,
        @NotNull @Schema(required = true) Position position) {}
