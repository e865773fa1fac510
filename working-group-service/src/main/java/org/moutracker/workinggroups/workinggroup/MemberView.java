package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.List;
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
        @Schema(required = true) MemberStatus status,

        @Schema(required = true, description = "The first day of the term of office.", nullable = true) @Nullable
        LocalDate from,

        @Schema(
                required = true,
                description = "The last day of the term of office.",
                examples = "2027-09-17",
                nullable = true)
        @Nullable
        LocalDate until,

        @Schema(required = true, description = "The member whose alternate this is.", nullable = true) @Nullable
        UUID alternateFor,

        @Schema(required = true, nullable = true) @Nullable Evidence evidence,

        @Schema(required = true) List<Absence> absences,

        @Schema(required = true, description = "When the membership ended.", nullable = true) @Nullable
        LocalDate endedOn,

        @Schema(required = true, description = "Why the membership ended.", nullable = true) @Nullable
        EndedBecause endedBecause) {

    static MemberView of(Member member, @Nullable Person person) {
        return new MemberView(
                member.id(),
                Objects.requireNonNull(person, "a member is a person"),
                member.party(),
                member.side(),
                member.role(),
                member.status(),
                member.from(),
                member.until(),
                member.alternateFor(),
                member.evidence(),
                member.absences(),
                member.endedOn(),
                member.endedBecause());
    }
}
