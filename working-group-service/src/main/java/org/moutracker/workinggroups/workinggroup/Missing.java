package org.moutracker.workinggroups.workinggroup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has yet to be named before a group is complete. */
@Schema(description = "Who has yet to be named, by which side.")
record Missing(
        @Schema(required = true, examples = "PK") String side,
        @Schema(required = true, examples = "CO_CHAIR") MemberRole what) {

    @Override
    public String toString() {
        return "%s of %s".formatted(what, side);
    }
}
