package org.moutracker.agreements.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an import is executed. */
@Schema(description = "How an import is executed.")
record ExecutionForm(
        @Schema(
                defaultValue = "false",
                description =
                        "Whether lines with errors are left out; otherwise a file that has any is not imported at all")
        @Nullable
        Boolean leaveErrorsOut) {

    boolean leavesErrorsOut() {
        return Boolean.TRUE.equals(leaveErrorsOut);
    }
}
