package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.NOW;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.TODAY;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.workinggroup.Vacancies.Vacancy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VacanciesTest {

    @Test
    void a_group_that_somebody_has_committed_to_asks_nobody_before_it_is_established() {
        var group = GroupFixture.mandated(Composition.USUAL);

        assertThat(group.fillSeats(TODAY).opened()).isEmpty();
    }

    @Test
    void a_group_that_nobody_has_committed_to_asks_from_the_beginning() {
        var group = GroupFixture.founded(Composition.USUAL, TermsOfReference.USUAL);

        assertThat(group.fillSeats(TODAY).opened())
                .containsExactly(
                        new Vacancy(1, "PK", MemberRole.CO_CHAIR, TODAY),
                        new Vacancy(2, "PS", MemberRole.CO_CHAIR, TODAY));

        GroupFixture.nominate(group, "PS", MemberRole.CO_CHAIR, NOW);
        var turn = group.fillSeats(TODAY.plusDays(2));
        assertThat(turn.opened()).isEmpty();
        assertThat(turn.filled()).containsExactly(new Vacancy(2, "PS", MemberRole.CO_CHAIR, TODAY));
    }

    @Test
    void who_leaves_an_established_group_opens_a_vacancy_and_the_next_one_has_another_number() {
        var group = GroupFixture.constituted(TermsOfReference.USUAL);
        assertThat(group.fillSeats(TODAY).opened()).isEmpty();

        for (var number = 1; number <= 2; number++) {
            var leaver = group.circle
                    .seats()
                    .sitting()
                    .filter(member -> member.side().equals("PK"))
                    .findFirst()
                    .orElseThrow();
            assertThat(group.end(leaver.id(), TODAY, null, null, NOW)).isNotNull();
            assertThat(group.fillSeats(TODAY).opened())
                    .containsExactly(new Vacancy(number, "PK", MemberRole.CO_CHAIR, TODAY));
            GroupFixture.nominate(group, "PK-SINDH", MemberRole.CO_CHAIR, NOW);
            assertThat(group.fillSeats(TODAY).filled()).hasSize(1);
        }
    }

    @Test
    void a_larger_composition_opens_vacancies_and_a_smaller_one_closes_them() {
        var group = GroupFixture.constituted(TermsOfReference.USUAL);

        assertThat(group.agree(TermsOfReference.USUAL, new Composition(2, true, false), null, NOW))
                .isNotNull();
        assertThat(group.fillSeats(TODAY).opened()).extracting(Vacancy::side).containsExactly("PK", "PS");
        assertThat(group.agree(TermsOfReference.USUAL, Composition.USUAL, null, NOW))
                .isNotNull();
        assertThat(group.fillSeats(TODAY).filled()).hasSize(2);
    }

    @Test
    void a_group_that_has_ended_asks_nobody() {
        var group = GroupFixture.in(WorkingGroupStatus.ABANDONED);

        assertThat(group.fillSeats(TODAY).opened()).isEmpty();
    }

    @Test
    void a_group_that_ends_asks_for_nobody_any_more() {
        var group = GroupFixture.constituted(TermsOfReference.USUAL);
        assertThat(group.end(group.members().getFirst().id(), TODAY, null, null, NOW))
                .isNotNull();
        assertThat(group.fillSeats(TODAY).opened()).hasSize(1);

        assertThat(group.conclude(TODAY, "done", NOW)).isNotNull();

        assertThat(group.vacancies.open()).isEmpty();
        assertThat(group.vacancies.last()).isEqualTo(1);
    }
}
