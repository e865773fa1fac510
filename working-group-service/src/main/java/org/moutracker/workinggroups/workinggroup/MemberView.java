package org.moutracker.workinggroups.workinggroup;

import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;

/** A member as callers see it. */
@Schema(name = "GroupMember", description = "Somebody in a group: who, for whom, as what.")
record MemberView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Person person,
        @Schema(required = true, examples = "PK") String party,
        @Schema(required = true, examples = "PK") String side,
        @Schema(required = true) MemberRole role,
        @Schema(required = true) MemberStatus status) {

    static MemberView of(Member member, @Nullable Person person) {
        return new MemberView(
                member.id(),
                Objects.requireNonNull(person, "a member is a person"),
                member.party(),
                member.side(),
                member.role(),
                member.status());
    }
}
