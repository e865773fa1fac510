package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingGroupTest {

    private static final Instant NOW = Instant.parse("2025-10-14T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2025-10-15");

    @Test
    void an_empty_group_misses_a_co_chair_of_each_side() {
        assertThat(group(Composition.USUAL).circle.missing()).hasToString("[CO_CHAIR of PK, CO_CHAIR of PS]");
    }

    @Test
    void a_co_chair_to_come_is_one_of_the_minimum() {
        assertThat(group(new Composition(2, true, false)).circle.missing())
                .hasToString("[CO_CHAIR of PK, MEMBER of PK, CO_CHAIR of PS, MEMBER of PS]");
    }

    @Test
    void observers_alternates_and_experts_do_not_count_toward_the_minimum() {
        var group = group(new Composition(1, false, false));

        nominate(group, "PK", MemberRole.OBSERVER);
        nominate(group, "PK", MemberRole.ALTERNATE);
        nominate(group, "PK", MemberRole.EXPERT);
        assertThat(group.circle.missing()).hasToString("[MEMBER of PK, MEMBER of PS]");

        nominate(group, "PK", MemberRole.SECRETARY);
        assertThat(group.circle.missing()).hasToString("[MEMBER of PS]");
    }

    @Test
    void parties_of_one_side_share_its_seats() {
        var group = group(Composition.USUAL);

        nominate(group, "PK-SINDH", MemberRole.CO_CHAIR);

        assertThat(group.circle.missing()).hasToString("[CO_CHAIR of PS]");
        assertThatThrownBy(() -> nominate(group, "PK", MemberRole.CO_CHAIR))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("PK has a co-chair already");
    }

    @Test
    void the_first_nomination_makes_it_forming() {
        var group = group(Composition.USUAL);

        nominate(group, "PK", MemberRole.MEMBER);

        assertThat(group.status()).isEqualTo(WorkingGroupStatus.FORMING);
        assertThat(group.isComplete()).isFalse();
    }

    @Test
    void nominations_alone_make_it_complete_unless_acceptance_was_agreed() {
        var group = group(Composition.USUAL);
        var strict = group(new Composition(1, true, true));
        for (var one : List.of(group, strict)) {
            nominate(one, "PK", MemberRole.CO_CHAIR);
            nominate(one, "PS", MemberRole.CO_CHAIR);
        }

        assertThat(group.isComplete()).isTrue();
        assertThat(strict.isComplete()).isFalse();

        strict.members()
                .forEach(member ->
                        assertThat(strict.accept(member.id()).state().version()).isEqualTo(2));
        assertThat(strict.isComplete()).isTrue();
    }

    @Test
    void acceptance_is_not_taken_where_it_was_not_agreed_or_twice() {
        var group = group(Composition.USUAL);
        nominate(group, "PK", MemberRole.CO_CHAIR);
        assertThatThrownBy(() -> group.accept(group.members().getFirst().id())).isInstanceOf(RuleViolated.class);

        var strict = group(new Composition(1, true, true));
        nominate(strict, "PK", MemberRole.CO_CHAIR);
        var member = strict.members().getFirst().id();
        assertThat(strict.accept(member).state().members().getFirst().status()).isEqualTo(MemberStatus.ACTIVE);
        assertThatThrownBy(() -> strict.accept(member))
                .hasMessage("a member who is ACTIVE cannot accept the nomination");
    }

    @Test
    void one_person_sits_in_a_group_once() {
        var group = group(Composition.USUAL);
        var person = UUID.randomUUID();
        assertThat(group.nominate(
                        Member.nominated(UUID.randomUUID(), person, group.party("PK"), MemberRole.MEMBER), NOW))
                .isNotNull();

        assertThatThrownBy(() -> group.nominate(
                        Member.nominated(UUID.randomUUID(), person, group.party("PS"), MemberRole.EXPERT), NOW))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void a_member_is_of_a_party_of_the_agreement() {
        assertThatThrownBy(() -> group(Composition.USUAL).party("FR"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("party");
    }

    @Test
    void an_incomplete_group_cannot_be_constituted() {
        var group = group(Composition.USUAL);
        nominate(group, "PK", MemberRole.CO_CHAIR);

        assertThatThrownBy(() -> group.constitute(TODAY, NOW))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("the group is not complete; missing: CO_CHAIR of PS");
    }

    @Test
    void a_group_is_not_constituted_in_the_future_nor_twice() {
        var group = group(Composition.USUAL);
        nominate(group, "PK", MemberRole.CO_CHAIR);
        nominate(group, "PS", MemberRole.CO_CHAIR);

        assertThatThrownBy(() -> group.constitute(TODAY.plusDays(1), NOW)).isInstanceOf(InvalidRequest.class);
        // It is the 15th in Karachi, though still the 14th in Hebron.
        assertThat(group.constitute(TODAY, NOW).state().establishedOn()).isEqualTo(TODAY);
        assertThatThrownBy(() -> group.constitute(TODAY, NOW))
                .hasMessage("a group that is CONSTITUTED cannot be constituted");
    }

    @Test
    void a_group_that_has_ended_takes_no_members() {
        var group = GroupFixture.in(WorkingGroupStatus.CONCLUDED);

        assertThatThrownBy(() -> nominate(group, "PK", MemberRole.MEMBER)).isInstanceOf(RuleViolated.class);
    }

    @Test
    void the_agreement_whose_commitment_mandates_it_stays_and_so_does_the_last_one() {
        var group = group(Composition.USUAL);
        var own = group.agreements().getFirst();
        var other = UUID.randomUUID();
        assertThatThrownBy(() -> group.agreementsWithout(own))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("mandated by a commitment");

        assertThat(group.seeTo(group.agreementsWith(other), group.parties(), Grounds.STANDING, NOW))
                .isNotNull();
        assertThat(group.agreementsWithout(other)).containsExactly(own);
        assertThatThrownBy(() -> group.agreementsWith(other)).hasMessage("the group sees to the agreement already");
        assertThatThrownBy(() -> new Remit(List.of(other), null, Grounds.STANDING).without(other))
                .hasMessage("a group sees to one agreement at least");
    }

    private static void nominate(WorkingGroup group, String party, MemberRole role) {
        GroupFixture.nominate(group, party, role, NOW);
    }

    private static WorkingGroup group(Composition composition) {
        return GroupFixture.mandated(composition);
    }
}
