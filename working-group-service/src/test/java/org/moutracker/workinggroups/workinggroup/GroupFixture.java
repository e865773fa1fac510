package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Groups of two parties of Pakistan and one of Palestine, in the state that a test begins with. */
final class GroupFixture {

    static final Instant NOW = Instant.parse("2025-10-14T09:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2025-10-14");
    static final List<GroupParty> PARTIES = List.of(
            new GroupParty("PK", "PK", "Asia/Karachi"),
            new GroupParty("PK-SINDH", "PK", "Asia/Karachi"),
            new GroupParty("PS", "PS", "Asia/Hebron"));

    static final TermsOfReference MEETING = new TermsForm(
                    null,
                    new MeetingRule("P6M", List.of("PK", "PS"), new Quorum(1, true), "P14D", "P30D", null),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)
            .checked("", 2, PARTIES);

    private GroupFixture() {}

    static WorkingGroup mandated(Composition composition) {
        return told(new WorkingGroup(new Mandate(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Health",
                "JOINT_WORKING_GROUP",
                List.of(),
                composition,
                PARTIES)));
    }

    /** One that nobody has committed to. */
    static WorkingGroup founded(Composition composition, TermsOfReference terms) {
        return told(new WorkingGroup(new Mandate(
                List.of(UUID.randomUUID()),
                null,
                null,
                "Health",
                "TASK_FORCE",
                List.of(),
                composition,
                PARTIES,
                terms,
                Grounds.STANDING)));
    }

    private static WorkingGroup told(WorkingGroup group) {
        assertThat(group.mandate().state().version()).isEqualTo(1);
        group.stored = true;
        return group;
    }

    /** A group with a co-chair of each side that is established today. */
    static WorkingGroup constituted(TermsOfReference terms) {
        var group = founded(Composition.USUAL, terms);
        nominate(group, "PK", MemberRole.CO_CHAIR, NOW);
        nominate(group, "PS", MemberRole.CO_CHAIR, NOW);
        assertThat(group.constitute(TODAY, NOW).state().status()).isEqualTo(WorkingGroupStatus.CONSTITUTED);
        return group;
    }

    /** A group in a status that it has come to by its commands. */
    static WorkingGroup in(WorkingGroupStatus status) {
        return switch (status) {
            case MANDATED -> founded(Composition.USUAL, TermsOfReference.USUAL);
            case FORMING -> {
                var group = in(WorkingGroupStatus.MANDATED);
                nominate(group, "PK", MemberRole.CO_CHAIR, NOW);
                nominate(group, "PS", MemberRole.CO_CHAIR, NOW);
                yield group;
            }
            case CONSTITUTED -> constituted(TermsOfReference.USUAL);
            case ACTIVE -> {
                var group = in(WorkingGroupStatus.CONSTITUTED);
                assertThat(group.activate(TODAY, NOW)).isNotNull();
                yield group;
            }
            case DORMANT -> {
                var group = in(WorkingGroupStatus.ACTIVE);
                assertThat(group.standOn(Grounds.RESTING, NOW)).isPresent();
                yield group;
            }
            case CONCLUDED -> {
                var group = in(WorkingGroupStatus.CONSTITUTED);
                assertThat(group.conclude(TODAY, "done", NOW)).isNotNull();
                yield group;
            }
            case ABANDONED -> {
                var group = in(WorkingGroupStatus.MANDATED);
                assertThat(group.abandon("not wanted", NOW)).isNotNull();
                yield group;
            }
        };
    }

    static Member nominate(WorkingGroup group, String party, MemberRole role, Instant now) {
        return nominate(group, Member.nominated(UUID.randomUUID(), UUID.randomUUID(), group.party(party), role), now);
    }

    static Member nominate(WorkingGroup group, Member named, Instant now) {
        var event = group.nominate(named, now);
        assertThat(event.state().missing()).isEqualTo(group.circle.missing());
        return group.member(named.id());
    }
}
