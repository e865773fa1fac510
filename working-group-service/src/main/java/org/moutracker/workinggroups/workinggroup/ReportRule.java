package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a group reports on its agreements, from its establishment on, and how soon after such a period. */
public record ReportRule(
        @NotNull @Schema(required = true, examples = "P1Y") String every,
        @NotNull @Schema(required = true, examples = "P30D") String within) {}
