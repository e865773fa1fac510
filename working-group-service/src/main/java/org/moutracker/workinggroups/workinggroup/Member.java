package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Somebody's seat in a group; who that is stands with the person.
 *
 * @param from the first day of the term of office; null when nobody said
 * @param until its last day; null when it is open
 * @param alternateFor the member whose alternate this is
 * @param endedOn the day on which it ended
 * @param endedBecause why; VOIDED when it should never have been there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID personId,
        @Schema(required = true, examples = "PK") String party,
        @Schema(required = true, examples = "PK") String side,
        @Schema(required = true) MemberRole role,
        @Schema(required = true) MemberStatus status,

        @Schema(description = "The first day of the term of office.", examples = "2025-09-18", nullable = true)
        @Nullable
        LocalDate from,

        @Schema(description = "The last day of the term of office.", examples = "2027-09-17", nullable = true) @Nullable
        LocalDate until,

        @Schema(description = "The member whose alternate this is.", nullable = true) @Nullable
        UUID alternateFor,

        @Schema(nullable = true) @Nullable Evidence evidence,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Absence> absences,

        @Schema(description = "When the membership ended.", nullable = true) @Nullable
        LocalDate endedOn,

        @Schema(description = "Why the membership ended.", nullable = true) @Nullable
        EndedBecause endedBecause) {

    public Member {
        absences = absences == null ? List.of() : List.copyOf(absences);
    }

    /** Somebody whom a party names. */
    static Member nominated(UUID id, UUID person, GroupParty party, MemberRole role) {
        return nominated(id, person, party, role, null, null, null, null);
    }

    /** Somebody whom a party names for a term of office, or as another's alternate. */
    static Member nominated(
            UUID id,
            UUID person,
            GroupParty party,
            MemberRole role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID alternateFor,
            @Nullable Evidence evidence) {
        return new Member(
                id,
                person,
                party.code(),
                party.side(),
                role,
                MemberStatus.NOMINATED,
                from,
                until,
                alternateFor,
                evidence,
                List.of(),
                null,
                null);
    }

    /** Whether it is over. */
    @JsonIgnore
    public boolean hasEnded() {
        return status == MemberStatus.ENDED;
    }

    boolean isAlternateOf(Member other) {
        return role == MemberRole.ALTERNATE && (alternateFor == null || alternateFor.equals(other.id()));
    }

    /** The last day of a term of office that has one. */
    LocalDate lastDay() {
        if (until == null) {
            throw new IllegalStateException("the term of office is open");
        }
        return until;
    }

    Member accepted() {
        if (!status.canBecome(MemberStatus.ACTIVE)) {
            throw new RuleViolated("a member who is %s cannot accept the nomination".formatted(status));
        }
        return with(role, MemberStatus.ACTIVE, absences);
    }

    Member ended(LocalDate on, EndedBecause because) {
        if (!status.canBecome(MemberStatus.ENDED)) {
            throw new RuleViolated("a membership that is ENDED cannot end again");
        }
        return over(on, because);
    }

    Member voided(LocalDate on) {
        if (endedBecause == EndedBecause.VOIDED) {
            throw new RuleViolated("the membership is voided already");
        }
        return over(endedOn == null ? on : endedOn, EndedBecause.VOIDED);
    }

    private Member over(LocalDate on, EndedBecause because) {
        return new Member(
                id,
                personId,
                party,
                side,
                role,
                MemberStatus.ENDED,
                from,
                until,
                alternateFor,
                evidence,
                absences,
                on,
                because);
    }

    Member as(MemberRole other) {
        return with(other, status, absences);
    }

    Member away(Absence absence) {
        var all = new ArrayList<>(absences);
        all.add(absence);
        return with(role, status, all);
    }

    Member back(Absence absence) {
        return with(
                role,
                status,
                absences.stream().filter(other -> !other.equals(absence)).toList());
    }

    private Member with(MemberRole role, MemberStatus status, List<Absence> absences) {
        return new Member(
                id,
                personId,
                party,
                side,
                role,
                status,
                from,
                until,
                alternateFor,
                evidence,
                absences,
                endedOn,
                endedBecause);
    }
}
