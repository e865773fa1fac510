package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as callers see it. */
@Schema(name = "WorkingGroup", description = "People of several sides who are to see to an agreement together.")
record WorkingGroupView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Pakistan–Palestine Health Working Group")
        String name,

        @Schema(required = true, examples = "JOINT_WORKING_GROUP")
        String type,

        @Schema(required = true) WorkingGroupStatus status,

        @Schema(required = true, description = "The agreements that it sees to.")
        List<UUID> agreements,

        @Schema(required = true, description = "The commitment that mandates it.")
        UUID commitmentId,

        @Schema(required = true, examples = "[\"SUPERVISE\"]")
        List<String> functions,

        @Schema(required = true) Composition composition,

        @Schema(required = true, examples = "2025-10-14", nullable = true) @Nullable
        LocalDate establishedOn,

        @Schema(required = true) List<Member> members,

        @Schema(required = true, description = "Who has yet to be named; empty when the group is complete.")
        List<Missing> missing,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version) {}
