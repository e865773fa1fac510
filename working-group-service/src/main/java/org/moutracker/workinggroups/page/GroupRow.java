package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Member;
import org.moutracker.workinggroups.workinggroup.SeatsAt.EmptySeat;

/** What is read of a group, as it is at an instant. */
record GroupRow(
        UUID id,
        String name,
        String type,
        String status,
        @Nullable LocalDate establishedOn,
        List<GroupParty> parties,
        List<Member> members,
        List<EmptySeat> missing,
        GroupState state) {

    /** Those who have not left. */
    Stream<Member> sitting() {
        return members.stream().filter(member -> !member.hasEnded());
    }
}
