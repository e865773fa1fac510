package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupAbandoned;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupActivated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupBecameDormant;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupChairPassed;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupChanged;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupConcluded;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupConstituted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMandated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberAccepted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberChanged;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberEnded;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberNominated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingGroupEventTest {

    private static final List<GroupParty> PARTIES =
            List.of(new GroupParty("PK", "PK", "Asia/Karachi"), new GroupParty("PS", "PS", "Asia/Hebron"));
    private static final LocalDate FIRST_MEETING = LocalDate.parse("2025-11-10");
    private static final UUID MEMBER = UUID.randomUUID();

    private static final TermsOfReference TERMS = terms(new Chairing(Chairing.Kind.CO_CHAIRS, null));

    private static TermsOfReference terms(Chairing chairing) {
        return new TermsOfReference(
                2,
                FIRST_MEETING,
                new MeetingRule("P6M", List.of("PK", "PS"), new Quorum(1, true), "P14D", "P30D", "P14D"),
                DecisionRule.CONSENSUS,
                chairing,
                new ReportRule("P1Y", "P30D"),
                List.of("en", "ur", "ar"),
                "en",
                "PK",
                "P30D");
    }

    @Test
    void groups_are_told_as_the_samples_say() {
        var pakistan = coChair(1, "PK");
        var palestine = coChair(2, "PS");
        var both = List.of(pakistan, palestine);
        Contract.requireAsSampled(
                WorkingGroupEvent.class,
                List.of(
                        new WorkingGroupMandated(state(WorkingGroupStatus.MANDATED, List.of(), 1)),
                        new WorkingGroupMemberNominated(
                                state(WorkingGroupStatus.FORMING, List.of(pakistan), 2), MEMBER),
                        new WorkingGroupMemberAccepted(accepted(pakistan.accepted()), MEMBER),
                        new WorkingGroupConstituted(state(WorkingGroupStatus.CONSTITUTED, both, 3)),
                        new WorkingGroupChanged(agreed(WorkingGroupStatus.CONSTITUTED, null, both, 4), Map.of(), null),
                        new WorkingGroupActivated(
                                agreed(WorkingGroupStatus.ACTIVE, FIRST_MEETING, both, 5), FIRST_MEETING),
                        new WorkingGroupMemberChanged(
                                agreed(
                                        WorkingGroupStatus.ACTIVE,
                                        FIRST_MEETING,
                                        List.of(pakistan.away(away()), palestine, alternate()),
                                        7),
                                MEMBER),
                        new WorkingGroupMemberEnded(
                                agreed(
                                        WorkingGroupStatus.ACTIVE,
                                        FIRST_MEETING,
                                        List.of(
                                                pakistan,
                                                palestine.ended(LocalDate.parse("2026-03-31"), EndedBecause.LEFT)),
                                        8),
                                List.of(MEMBER),
                                null,
                                null),
                        new WorkingGroupBecameDormant(dormant(both)),
                        new WorkingGroupChairPassed(passed(both)),
                        new WorkingGroupConcluded(concluded(both), "done"),
                        new WorkingGroupAbandoned(abandoned(), "not wanted")));
    }

    private static Member coChair(int number, String side) {
        return Member.nominated(member(number), person(number), party(side), MemberRole.CO_CHAIR);
    }

    private static Member alternate() {
        return Member.nominated(
                member(3),
                person(3),
                party("PK"),
                MemberRole.ALTERNATE,
                LocalDate.parse("2025-10-20"),
                LocalDate.parse("2027-10-19"),
                member(1),
                new Evidence("https://documents.example/nominations/17", null, null));
    }

    private static Absence away() {
        return new Absence(1, LocalDate.parse("2025-12-01"), LocalDate.parse("2025-12-12"), member(3));
    }

    private static GroupParty party(String side) {
        return new GroupParty(side, side, "Asia/Karachi");
    }

    private static UUID member(int number) {
        return UUID.fromString("01995778-6000-7000-8000-00000000b00" + number);
    }

    private static UUID person(int number) {
        return UUID.fromString("01995778-6000-7000-8000-00000000f00" + number);
    }

    private static WorkingGroupState state(WorkingGroupStatus status, List<Member> members, long version) {
        return WorkingGroupState.of(group(status, Composition.USUAL, members), version);
    }

    private static WorkingGroupState accepted(Member member) {
        var acceptance = new Composition(1, true, true);
        return WorkingGroupState.of(group(WorkingGroupStatus.FORMING, acceptance, List.of(member)), 3);
    }

    private static WorkingGroupState agreed(
            WorkingGroupStatus status, @Nullable LocalDate metOn, List<Member> members, long version) {
        return WorkingGroupState.of(agreed(status, metOn, members), version);
    }

    private static WorkingGroup agreed(WorkingGroupStatus status, @Nullable LocalDate metOn, List<Member> members) {
        var group = group(status, Composition.USUAL, members);
        group.terms = TERMS;
        group.life = group.life.remembering(metOn, metOn);
        return group;
    }

    private static WorkingGroupState dormant(List<Member> members) {
        var group = agreed(WorkingGroupStatus.DORMANT, FIRST_MEETING, members);
        group.life = group.life.dormant(DormantBecause.NO_MEETING, LocalDate.parse("2026-05-11"));
        return WorkingGroupState.of(group, 9);
    }

    private static WorkingGroupState passed(List<Member> members) {
        var group = group(WorkingGroupStatus.ACTIVE, Composition.USUAL, members);
        var sides = List.of("PK", "PS");
        group.terms = terms(new Chairing(Chairing.Kind.ROTATING, "P1Y", sides));
        group.life = group.life.remembering(FIRST_MEETING, LocalDate.parse("2026-05-11"));
        group.presidency = Presidency.NONE.following(
                new Rotation(LocalDate.parse("2025-10-14"), "P1Y", sides), LocalDate.parse("2026-10-14"));
        return WorkingGroupState.of(group, 10);
    }

    private static WorkingGroupState concluded(List<Member> members) {
        var group = agreed(WorkingGroupStatus.ACTIVE, FIRST_MEETING, members);
        var ended = LocalDate.parse("2028-09-16");
        group.life = group.life
                .remembering(FIRST_MEETING, LocalDate.parse("2028-05-15"))
                .concluded(ended, new Today(ended));
        group.remit = group.remit.standingOn(Grounds.ENDED);
        return WorkingGroupState.of(group, 12);
    }

    private static WorkingGroupState abandoned() {
        var group = group(WorkingGroupStatus.MANDATED, Composition.USUAL, List.of());
        group.parentId = group.id;
        group.id = UUID.fromString("01995778-5a80-7000-8000-00000000e002");
        group.remit = new Remit(group.agreements(), null, Grounds.STANDING);
        group.name = "Sub-group on burn treatment";
        group.type = "SUB_GROUP";
        group.functions = List.of("ADVISE");
        group.life = group.life.abandoned(new Today(LocalDate.parse("2026-02-02")));
        return WorkingGroupState.of(group, 2);
    }

    private static WorkingGroup group(WorkingGroupStatus status, Composition composition, List<Member> members) {
        var group = new WorkingGroup(new Mandate(
                UUID.fromString("01995778-5a00-7000-8000-00000000a001"),
                UUID.fromString("01995778-5a00-7000-8000-00000000c001"),
                "Pakistan–Palestine Health Working Group",
                "JOINT_WORKING_GROUP",
                List.of("SUPERVISE"),
                composition,
                PARTIES));
        group.id = UUID.fromString("01995778-5a80-7000-8000-00000000e001");
        var established =
                switch (status) {
                    case MANDATED, FORMING, ABANDONED -> null;
                    case CONSTITUTED, ACTIVE, DORMANT, CONCLUDED -> LocalDate.parse("2025-10-14");
                };
        group.life = new Life(status, established, null, null, null, null, null, null);
        group.circle = Circle.of(composition, PARTIES, members);
        return group;
    }
}
