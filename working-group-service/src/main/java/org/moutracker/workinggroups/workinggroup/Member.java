package org.moutracker.workinggroups.workinggroup;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.platform.problem.RuleViolated;

/** Somebody's seat in a group; who that is stands with the person. */
record Member(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID personId,
        @Schema(required = true, examples = "PK") String party,
        @Schema(required = true, examples = "PK") String side,
        @Schema(required = true) MemberRole role,
        @Schema(required = true) MemberStatus status) {

    boolean hasEnded() {
        return status == MemberStatus.ENDED;
    }

    Member accepted() {
        if (!status.canBecome(MemberStatus.ACTIVE)) {
            throw new RuleViolated("a member who is %s cannot accept the nomination".formatted(status));
        }
        return new Member(id, personId, party, side, role, MemberStatus.ACTIVE);
    }
}
