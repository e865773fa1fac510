package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A seat as whoever asks across groups sees it. */
@Schema(name = "Seat", description = "Somebody's seat in a group, with the group's name.")
record SeatView(
        @Schema(required = true, description = "The member's id in the group.")
        UUID memberId,

        @Schema(required = true) UUID personId,
        @Schema(required = true) UUID groupId,

        @Schema(required = true, examples = "Pakistan–Palestine Health Working Group")
        String groupName,

        @Schema(required = true) WorkingGroupStatus groupStatus,
        @Schema(required = true, examples = "PK") String party,
        @Schema(required = true, examples = "PK") String side,
        @Schema(required = true) MemberRole role,
        @Schema(required = true) MemberStatus status,

        @Schema(
                required = true,
                description = "The last day of the term of office.",
                examples = "2027-09-17",
                nullable = true)
        @Nullable
        LocalDate until) {}
