package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.MEETING;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.NOW;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.TODAY;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.ABANDONED;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.ACTIVE;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.CONCLUDED;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.CONSTITUTED;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.DORMANT;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.FORMING;
import static org.moutracker.workinggroups.workinggroup.WorkingGroupStatus.MANDATED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupActivated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupBecameDormant;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupChanged;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingGroupLifeTest {

    /** Which may follow which. */
    private static final Map<WorkingGroupStatus, Set<WorkingGroupStatus>> NEXT = Map.of(
            MANDATED, EnumSet.of(FORMING, CONSTITUTED, ABANDONED),
            FORMING, EnumSet.of(CONSTITUTED, ABANDONED),
            CONSTITUTED, EnumSet.of(ACTIVE, CONCLUDED),
            ACTIVE, EnumSet.of(DORMANT, CONCLUDED),
            DORMANT, EnumSet.of(ACTIVE, CONCLUDED),
            CONCLUDED, EnumSet.noneOf(WorkingGroupStatus.class),
            ABANDONED, EnumSet.noneOf(WorkingGroupStatus.class));

    static Stream<Arguments> pairs() {
        return Stream.of(WorkingGroupStatus.values())
                .flatMap(from -> Stream.of(WorkingGroupStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_status_follows_where_the_table_says_so(WorkingGroupStatus from, WorkingGroupStatus to) {
        assertThat(from.canBecome(to))
                .isEqualTo(NEXT.getOrDefault(from, Set.of()).contains(to));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_command_for_a_status_is_refused_where_it_cannot_follow(WorkingGroupStatus from, WorkingGroupStatus to) {
        var group = GroupFixture.in(from);
        assertThat(group.status()).isEqualTo(from);
        // What follows by itself has no command: a nomination forms a group, time and agreements let it rest. Nobody is
        // missing in a group that must name nobody.
        group.circle = group.circle.composed(new Composition(0, false, false));
        Consumer<WorkingGroup> command =
                switch (to) {
                    case CONSTITUTED ->
                        one -> assertThat(one.constitute(TODAY, NOW)).isNotNull();
                    case ACTIVE -> one -> assertThat(one.activate(TODAY, NOW)).isNotNull();
                    case CONCLUDED ->
                        one -> assertThat(one.conclude(TODAY, "done", NOW)).isNotNull();
                    case ABANDONED ->
                        one -> assertThat(one.abandon("not wanted", NOW)).isNotNull();
                    case MANDATED, FORMING, DORMANT -> one -> {};
                };
        if (to == MANDATED || to == FORMING || to == DORMANT) {
            return;
        }

        if (from.canBecome(to)) {
            command.accept(group);
            assertThat(group.status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> command.accept(group))
                    .isInstanceOf(RuleViolated.class)
                    .hasMessageContaining("a group that is " + from);
            assertThat(group.status()).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_group_meets_once_it_is_constituted_and_until_it_has_ended(WorkingGroupStatus status) {
        var group = GroupFixture.in(status);

        if (EnumSet.of(CONSTITUTED, ACTIVE, DORMANT).contains(status)) {
            var event = group.met(TODAY);
            assertThat(group.status()).isEqualTo(ACTIVE);
            assertThat(event).isInstanceOf(status == ACTIVE ? WorkingGroupChanged.class : WorkingGroupActivated.class);
            assertThat(event.state().firstMetOn()).isEqualTo(TODAY);
            assertThat(event.state().dormantBecause()).isNull();
        } else {
            assertThatThrownBy(() -> group.met(TODAY)).hasMessage("a group that is " + status + " cannot meet");
        }
    }

    @Test
    void the_first_and_the_last_meeting_are_kept_in_whatever_order_they_are_told() {
        var group = GroupFixture.constituted(MEETING);

        assertThat(group.met(LocalDate.parse("2026-05-11"))).isNotNull();
        assertThat(group.met(LocalDate.parse("2025-11-10"))).isNotNull();

        assertThat(group.life.firstMetOn()).isEqualTo("2025-11-10");
        assertThat(group.life.lastMetOn()).isEqualTo("2026-05-11");
        assertThat(group.life.activeOn()).isEqualTo("2026-05-11");
    }

    @Test
    void a_group_falls_dormant_when_its_interval_is_over_for_all_and_not_before() {
        var group = GroupFixture.constituted(MEETING);
        assertThat(group.dueAt).isNull();
        assertThat(group.met(LocalDate.parse("2025-11-10"))).isNotNull();
        // The 10th of May ends later in Hebron than in Karachi.
        var end = Instant.parse("2026-05-10T21:00:00Z");
        assertThat(group.dueAt).isEqualTo(end);

        assertThat(group.fallDormant(end.minusMillis(1))).isEmpty();
        var event = group.fallDormant(end).orElseThrow();

        assertThat(event).isInstanceOf(WorkingGroupBecameDormant.class);
        assertThat(event.state().dormantBecause()).isEqualTo(DormantBecause.NO_MEETING);
        assertThat(event.state().dormantOn()).isEqualTo("2026-05-11");
        assertThat(group.dueAt).isNull();
        assertThat(group.fallDormant(end)).isEmpty();
    }

    @Test
    void a_meeting_or_other_terms_move_the_day_on_which_it_falls_dormant() {
        var group = GroupFixture.constituted(MEETING);
        assertThat(group.met(LocalDate.parse("2025-11-10"))).isNotNull();
        assertThat(group.met(LocalDate.parse("2026-02-10"))).isNotNull();
        assertThat(group.dueAt).isEqualTo("2026-08-10T21:00:00Z");

        assertThat(group.agree(TermsOfReference.USUAL, group.circle.composition(), null, NOW))
                .isNotNull();
        assertThat(group.dueAt).isNull();
    }

    @Test
    void a_group_without_a_meeting_rule_is_activated_by_command_and_one_with_a_rule_is_not() {
        var meeting = GroupFixture.constituted(MEETING);
        assertThatThrownBy(() -> meeting.activate(TODAY, NOW))
                .hasMessage("a group with a meeting rule becomes active when it meets");

        var group = GroupFixture.constituted(TermsOfReference.USUAL);
        assertThatThrownBy(() -> group.activate(TODAY.plusDays(1), NOW)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> group.activate(TODAY.minusDays(1), NOW))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("its establishment");
        assertThat(group.activate(TODAY, NOW).state().status()).isEqualTo(ACTIVE);
        assertThat(group.dueAt).isNull();
    }

    @Test
    void a_group_rests_with_its_agreements_and_goes_on_with_them_from_that_day() {
        var group = GroupFixture.constituted(MEETING);
        assertThat(group.met(TODAY)).isNotNull();
        var later = Instant.parse("2026-01-10T09:00:00Z");

        var resting = group.standOn(Grounds.RESTING, NOW).orElseThrow();
        assertThat(resting).isInstanceOf(WorkingGroupBecameDormant.class);
        assertThat(resting.state().dormantBecause()).isEqualTo(DormantBecause.AGREEMENTS_REST);
        assertThat(group.standOn(Grounds.RESTING, NOW)).isEmpty();

        assertThat(group.standOn(Grounds.STANDING, later).orElseThrow()).isInstanceOf(WorkingGroupActivated.class);
        assertThat(group.status()).isEqualTo(ACTIVE);
        assertThat(group.dueAt).isEqualTo("2026-07-10T21:00:00Z");
    }

    @Test
    void a_group_that_sleeps_for_want_of_meetings_is_not_woken_by_its_agreements() {
        var group = GroupFixture.constituted(MEETING);
        assertThat(group.met(TODAY)).isNotNull();
        assertThat(group.fallDormant(Instant.parse("2026-07-01T00:00:00Z"))).isPresent();

        assertThat(group.standOn(Grounds.RESTING, NOW)).isPresent();
        assertThat(group.standOn(Grounds.STANDING, NOW)).isPresent();

        assertThat(group.status()).isEqualTo(DORMANT);
    }

    @Test
    void only_what_stands_for_nothing_lets_a_group_rest() {
        assertThat(Grounds.of(Set.of(Grounds.STANDING, Grounds.ENDED))).isEqualTo(Grounds.STANDING);
        assertThat(Grounds.of(Set.of(Grounds.RESTING, Grounds.ENDED))).isEqualTo(Grounds.RESTING);
        assertThat(Grounds.of(Set.of(Grounds.ENDED))).isEqualTo(Grounds.ENDED);
        assertThat(Grounds.of(Set.of())).isEqualTo(Grounds.STANDING);
    }

    @Test
    void a_group_is_not_concluded_in_the_future_nor_before_its_establishment() {
        var group = GroupFixture.in(ACTIVE);

        assertThatThrownBy(() -> group.conclude(TODAY.plusDays(1), "done", NOW)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> group.conclude(TODAY.minusDays(1), "done", NOW))
                .isInstanceOf(InvalidRequest.class);
        var event = group.conclude(TODAY, "done", NOW);
        assertThat(event.state().endedOn()).isEqualTo(TODAY);
        assertThat(event.reason()).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONCLUDED", "ABANDONED"})
    void nothing_changes_in_a_group_that_has_ended(WorkingGroupStatus status) {
        var group = GroupFixture.in(status);

        assertThatThrownBy(() -> group.describe("Other", java.util.List.of(), null))
                .isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> group.agree(MEETING, Composition.USUAL, null, NOW))
                .isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> group.agreementsWith(java.util.UUID.randomUUID()))
                .isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> GroupFixture.nominate(group, "PK", MemberRole.EXPERT, NOW))
                .isInstanceOf(RuleViolated.class);
        assertThat(group.standOn(Grounds.ENDED, NOW)).isEmpty();
    }
}
