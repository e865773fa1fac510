package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as other services hear of it: by id alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberState(
        UUID id,
        UUID personId,
        String party,
        String side,
        MemberRole role,
        MemberStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID alternateFor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Away> absences,
        @Nullable LocalDate endedOn,
        @Nullable EndedBecause endedBecause) {

    /**
     * Days on which somebody is away.
     *
     * @param deputy the person who stands in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Away(LocalDate from, LocalDate to, @Nullable UUID deputy) {}

    static MemberState of(Member member, Seats seats) {
        return new MemberState(
                member.id(),
                member.personId(),
                member.party(),
                member.side(),
                member.role(),
                member.status(),
                member.from(),
                member.until(),
                member.alternateFor(),
                member.absences().stream()
                        .map(absence -> new Away(absence.from(), absence.to(), seats.sittingPerson(absence.deputy())))
                        .toList(),
                member.endedOn(),
                member.endedBecause());
    }
}
