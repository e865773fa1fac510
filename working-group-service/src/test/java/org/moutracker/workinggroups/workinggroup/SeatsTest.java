package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.MEETING;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.NOW;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.TODAY;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.nominate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeatsTest {

    private final WorkingGroup group = GroupFixture.constituted(MEETING);
    private final Member pakistan = group.members().getFirst();
    private final Member palestine = group.members().getLast();

    @Test
    void a_term_of_office_does_not_end_in_the_past_nor_begin_in_the_future() {
        assertRefused(named("PK", TODAY, TODAY.minusDays(1), null), "until");
        assertRefused(named("PK", TODAY.plusDays(1), null, null), "from");

        assertThat(nominate(group, named("PK", TODAY, TODAY, null), NOW).until())
                .isEqualTo(TODAY);
    }

    @Test
    void what_day_it_is_is_judged_by_the_clock_of_the_party() {
        // In Karachi it is the 15th already.
        var evening = Instant.parse("2025-10-14T20:00:00Z");

        assertThatThrownBy(() -> nominate(group, named("PK", null, TODAY, null), evening))
                .isInstanceOf(InvalidRequest.class);
        assertThat(nominate(group, named("PS", null, TODAY, null), evening)).isNotNull();
    }

    @Test
    void a_membership_ends_by_itself_when_the_last_day_is_over_there() {
        var member = nominate(group, named("PS", null, LocalDate.parse("2025-10-20"), null), NOW);
        var end = Instant.parse("2025-10-20T21:00:00Z");
        assertThat(group.dueAt).isEqualTo(end);

        assertThat(group.endTerms(end.minusMillis(1))).isEmpty();
        var event = group.endTerms(end).orElseThrow();

        assertThat(event.members()).containsExactly(member.id());
        assertThat(group.member(member.id()).status()).isEqualTo(MemberStatus.ENDED);
        assertThat(group.member(member.id()).endedOn()).isEqualTo("2025-10-20");
        assertThat(group.dueAt).isNull();
        assertThat(group.endTerms(end)).isEmpty();
    }

    @Test
    void an_alternate_stands_beside_a_member_of_the_same_side() {
        assertRefused(named("PS", null, null, pakistan.id()), "alternateFor");
        assertRefused(named("PK", null, null, UUID.randomUUID()), "alternateFor");
        assertThatThrownBy(() -> nominate(
                        group,
                        Member.nominated(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                group.party("PK"),
                                MemberRole.MEMBER,
                                null,
                                null,
                                pakistan.id(),
                                null),
                        NOW))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("ALTERNATE");

        assertThat(nominate(group, named("PK-SINDH", null, null, pakistan.id()), NOW)
                        .alternateFor())
                .isEqualTo(pakistan.id());
    }

    @Test
    void the_alternate_stands_in_while_a_member_is_away_unless_somebody_else_is_named() {
        var alternate = nominate(group, named("PK", null, null, pakistan.id()), NOW);
        var other = nominate(group, "PK-SINDH", MemberRole.MEMBER, NOW);

        var event = group.away(pakistan.id(), TODAY, TODAY.plusDays(3), null, NOW);
        assertThat(event.state().members().getFirst().absences())
                .containsExactly(new MemberState.Away(TODAY, TODAY.plusDays(3), alternate.personId()));
        assertThat(group.away(pakistan.id(), TODAY.plusDays(4), TODAY.plusDays(5), other.id(), NOW))
                .isNotNull();
        assertThat(group.member(pakistan.id()).absences())
                .extracting(Absence::number, Absence::deputy)
                .hasToString("[(1, %s), (2, %s)]".formatted(alternate.id(), other.id()));

        assertThat(group.back(pakistan.id(), 1)).isNotNull();
        assertThat(group.away(pakistan.id(), TODAY, TODAY, null, NOW)).isNotNull();
        assertThat(group.member(pakistan.id()).absences())
                .extracting(Absence::number)
                .containsExactly(2, 3);
        assertThatThrownBy(() -> group.back(pakistan.id(), 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void an_absence_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> group.away(pakistan.id(), TODAY, TODAY.minusDays(1), null, NOW))
                .hasMessageContaining("to");
        assertThatThrownBy(() -> group.away(pakistan.id(), TODAY.minusDays(9), TODAY.minusDays(1), null, NOW))
                .hasMessageContaining("before today");
        assertThatThrownBy(() -> group.away(pakistan.id(), TODAY, TODAY, palestine.id(), NOW))
                .hasMessageContaining("deputy");
        assertThatThrownBy(() -> group.away(pakistan.id(), TODAY, TODAY, pakistan.id(), NOW))
                .hasMessageContaining("deputy");
        assertThat(group.away(pakistan.id(), TODAY, TODAY.plusDays(3), null, NOW))
                .isNotNull();
        assertThatThrownBy(() -> group.away(pakistan.id(), TODAY.plusDays(3), TODAY.plusDays(4), null, NOW))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void the_successor_of_a_co_chair_takes_the_chair() {
        var successor = nominate(group, "PK-SINDH", MemberRole.MEMBER, NOW);

        var event = group.end(pakistan.id(), TODAY, successor.id(), "posted abroad", NOW);

        assertThat(group.member(successor.id()).role()).isEqualTo(MemberRole.CO_CHAIR);
        assertThat(group.circle.missing()).isEmpty();
        assertThat(event.details()).containsEntry("successor", successor.id());
        assertThat(event.reason()).isEqualTo("posted abroad");
    }

    @Test
    void a_successor_sits_on_the_same_side_and_is_somebody_else() {
        for (var wrong : new UUID[] {palestine.id(), pakistan.id(), UUID.randomUUID()}) {
            assertThatThrownBy(() -> group.end(pakistan.id(), TODAY, wrong, null, NOW))
                    .isInstanceOf(InvalidRequest.class)
                    .hasMessageContaining("successor");
        }
        assertThat(group.member(pakistan.id()).hasEnded()).isFalse();
    }

    @Test
    void a_membership_ends_once_not_in_the_future_and_not_before_it_began() {
        var member = nominate(group, named("PK", TODAY, null, null), NOW);
        assertThatThrownBy(() -> group.end(member.id(), TODAY.plusDays(1), null, null, NOW))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> group.end(member.id(), TODAY.minusDays(1), null, null, NOW))
                .isInstanceOf(InvalidRequest.class);
        assertThat(group.end(member.id(), TODAY, null, null, NOW)).isNotNull();

        assertThatThrownBy(() -> group.end(member.id(), TODAY, null, null, NOW)).isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> group.away(member.id(), TODAY, TODAY, null, NOW))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void who_has_left_may_come_back_and_leaves_the_chair_free() {
        assertThat(group.end(pakistan.id(), TODAY, null, null, NOW)).isNotNull();
        assertThat(group.circle.missing()).hasToString("[CO_CHAIR of PK]");
        assertThat(group.circle.vacant()).containsExactly("PK");

        var again = Member.nominated(UUID.randomUUID(), pakistan.personId(), group.party("PK"), MemberRole.CO_CHAIR);
        nominate(group, again, NOW);

        assertThat(group.circle.missing()).isEmpty();
        assertThat(group.circle.vacant()).isEmpty();
    }

    @Test
    void a_voided_membership_never_counted_and_stays_in_the_history() {
        var event = group.voidMember(palestine.id(), "another person was meant", NOW);

        assertThat(event.state().members().getLast().endedBecause()).isEqualTo(EndedBecause.VOIDED);
        assertThat(group.member(palestine.id()).status()).isEqualTo(MemberStatus.ENDED);
        assertThat(group.circle.missing()).hasToString("[CO_CHAIR of PS]");
        assertThat(group.status()).isEqualTo(WorkingGroupStatus.CONSTITUTED);
        assertThatThrownBy(() -> group.voidMember(palestine.id(), "again", NOW)).isInstanceOf(RuleViolated.class);
    }

    @Test
    void who_is_erased_sits_nowhere_and_a_repeat_does_no_harm() {
        assertThat(group.forget(pakistan.personId(), NOW).orElseThrow().members())
                .containsExactly(pakistan.id());
        assertThat(group.forget(pakistan.personId(), NOW)).isEmpty();
    }

    private void assertRefused(Member named, String field) {
        assertThatThrownBy(() -> nominate(group, named, NOW))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(field);
        assertThat(group.members()).doesNotContain(named);
    }

    private Member named(
            String party, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable UUID alternateFor) {
        return Member.nominated(
                UUID.randomUUID(),
                UUID.randomUUID(),
                group.party(party),
                MemberRole.ALTERNATE,
                from,
                until,
                alternateFor,
                null);
    }
}
