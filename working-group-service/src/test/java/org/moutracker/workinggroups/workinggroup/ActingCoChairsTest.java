package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.NOW;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.TODAY;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.nominate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActingCoChairsTest {

    private static final LocalDate THEN = TODAY.plusDays(10);

    private final WorkingGroup group = GroupFixture.constituted(TermsOfReference.USUAL);
    private final Member coChair = group.members().getFirst();
    private final Member member = nominate(group, "PK", MemberRole.MEMBER, NOW);
    private final Member alternate = nominate(group, alternateFor(coChair.id()), NOW);

    private Member alternateFor(@Nullable UUID whom) {
        return Member.nominated(
                UUID.randomUUID(), UUID.randomUUID(), group.party("PK"), MemberRole.ALTERNATE, null, null, whom, null);
    }

    @Test
    void the_deputy_of_a_co_chair_who_is_away_acts_on_those_days_alone() {
        assertThat(group.away(coChair.id(), THEN, THEN.plusDays(2), member.id(), NOW))
                .isNotNull();

        assertThat(acting(THEN, false, member, alternate)).containsExactly(member.id());
        assertThat(acting(THEN.plusDays(2), false, member)).containsExactly(member.id());
        assertThat(acting(THEN.minusDays(1), false, member)).isEmpty();
        assertThat(acting(THEN.plusDays(3), false, member)).isEmpty();
        assertThat(acting(THEN, true, alternate)).as("another was named").isEmpty();
    }

    @Test
    void nobody_acts_for_a_co_chair_who_has_come_after_all() {
        assertThat(group.away(coChair.id(), THEN, THEN, member.id(), NOW)).isNotNull();

        assertThat(acting(THEN, true, coChair, member, alternate)).isEmpty();
    }

    @Test
    void where_nobody_was_named_the_alternate_is_the_deputy() {
        assertThat(group.away(coChair.id(), THEN, THEN, null, NOW)).isNotNull();

        assertThat(acting(THEN, false, member, alternate)).containsExactly(alternate.id());
    }

    @Test
    void without_an_absence_an_alternate_acts_only_where_the_terms_say_so() {
        assertThat(acting(THEN, false, member, alternate)).isEmpty();
        assertThat(acting(THEN, true, member, alternate)).containsExactly(alternate.id());
        assertThat(acting(THEN, true, member)).isEmpty();
    }

    @Test
    void an_alternate_of_somebody_else_does_not_act_but_one_of_nobody_in_particular_does() {
        var other = nominate(group, alternateFor(member.id()), NOW);
        var general = nominate(group, alternateFor(null), NOW);

        assertThat(acting(THEN, true, other)).isEmpty();
        assertThat(acting(THEN, true, general)).containsExactly(general.id());
        assertThat(acting(THEN, true, alternate, general)).as("one of them").hasSize(1);
    }

    private List<UUID> acting(LocalDate day, boolean alternatesAct, Member... come) {
        return group
                .circle
                .seats()
                .actingCoChairs(day, List.of(come).stream().map(Member::id).toList(), alternatesAct)
                .stream()
                .map(Member::id)
                .toList();
    }
}
