package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupActivated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupConstituted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMandated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberAccepted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberNominated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingGroupEventTest {

    private static final Missing PK = new Missing("PK", MemberRole.CO_CHAIR);
    private static final Missing PS = new Missing("PS", MemberRole.CO_CHAIR);

    @Test
    void groups_are_told_as_the_samples_say() {
        var nominated = coChair(1, "PK", MemberStatus.NOMINATED);
        Contract.requireAsSampled(
                WorkingGroupEvent.class,
                List.of(
                        new WorkingGroupMandated(
                                state(WorkingGroupStatus.MANDATED, false, null, List.of(), List.of(PK, PS), 1)),
                        new WorkingGroupMemberNominated(
                                state(WorkingGroupStatus.FORMING, false, null, List.of(nominated), List.of(PS), 2)),
                        new WorkingGroupMemberAccepted(state(
                                WorkingGroupStatus.FORMING,
                                true,
                                null,
                                List.of(coChair(1, "PK", MemberStatus.ACTIVE)),
                                List.of(PS),
                                3)),
                        new WorkingGroupConstituted(state(
                                WorkingGroupStatus.CONSTITUTED,
                                false,
                                LocalDate.parse("2025-10-14"),
                                List.of(nominated, coChair(2, "PS", MemberStatus.NOMINATED)),
                                List.of(),
                                3)),
                        new WorkingGroupActivated(state(
                                WorkingGroupStatus.ACTIVE,
                                false,
                                LocalDate.parse("2025-10-14"),
                                List.of(nominated, coChair(2, "PS", MemberStatus.NOMINATED)),
                                List.of(),
                                4))));
    }

    private static Member coChair(int number, String side, MemberStatus status) {
        return new Member(
                UUID.fromString("01995778-6000-7000-8000-00000000b00" + number),
                UUID.fromString("01995778-6000-7000-8000-00000000f00" + number),
                side,
                side,
                MemberRole.CO_CHAIR,
                status);
    }

    private static WorkingGroupState state(
            WorkingGroupStatus status,
            boolean acceptance,
            @Nullable LocalDate establishedOn,
            List<Member> members,
            List<Missing> missing,
            long version) {
        return new WorkingGroupState(
                UUID.fromString("01995778-5a80-7000-8000-00000000e001"),
                "Pakistan–Palestine Health Working Group",
                "JOINT_WORKING_GROUP",
                status,
                List.of(UUID.fromString("01995778-5a00-7000-8000-00000000a001")),
                UUID.fromString("01995778-5a00-7000-8000-00000000c001"),
                List.of("SUPERVISE"),
                new Composition(1, true, acceptance),
                establishedOn,
                members,
                missing,
                version);
    }
}
