package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** What is read of a group. */
record GroupRow(
        UUID id,
        String name,
        String type,
        String status,
        @Nullable LocalDate establishedOn,
        List<GroupParty> parties,
        List<MemberRow> members,
        List<MissingRow> missing) {

    /** A seat as the group keeps it. */
    record MemberRow(
            UUID id,
            UUID personId,
            String party,
            String side,
            String role,
            String status,
            @Nullable List<Away> absences) {

        /** Days on which a member is away. */
        record Away(LocalDate from, LocalDate to, @Nullable UUID deputy) {}

        /** The absence of that day. */
        Optional<Away> awayOn(LocalDate day) {
            return Stream.ofNullable(absences)
                    .flatMap(List::stream)
                    .filter(away -> !day.isBefore(away.from()) && !day.isAfter(away.to()))
                    .findFirst();
        }

        boolean hasEnded() {
            return status.equals("ENDED");
        }
    }

    /** Somebody whom a side has yet to name. */
    record MissingRow(String side, String what) {}
}
