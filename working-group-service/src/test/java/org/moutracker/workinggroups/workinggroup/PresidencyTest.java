package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.NOW;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.PARTIES;
import static org.moutracker.workinggroups.workinggroup.GroupFixture.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresidencyTest {

    private static final Chairing YEARLY = new Chairing(Chairing.Kind.ROTATING, "P1Y");

    // The parties live in Karachi and Hebron: a day is over there at nine in the evening in UTC, in winter at ten.
    private static final Instant YEAR_OVER = Instant.parse("2026-10-13T21:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P1Y, 2025-10-14, 2025-10-14, PK, 2025-10-14, 2026-10-13",
        "P1Y, 2025-10-14, 2026-10-13, PK, 2025-10-14, 2026-10-13",
        "P1Y, 2025-10-14, 2026-10-14, PS, 2026-10-14, 2027-10-13",
        "P1Y, 2025-10-14, 2027-10-14, PK, 2027-10-14, 2028-10-13",
        // The end of a month does not creep: after February it is the 31st again.
        "P1M, 2025-01-31, 2025-02-27, PK, 2025-01-31, 2025-02-27",
        "P1M, 2025-01-31, 2025-02-28, PS, 2025-02-28, 2025-03-30",
        "P1M, 2025-01-31, 2025-03-31, PK, 2025-03-31, 2025-04-29",
        "P6M, 2024-08-31, 2025-02-28, PS, 2025-02-28, 2025-08-30",
        "P1Y, 2024-02-29, 2028-02-29, PK, 2028-02-29, 2029-02-27",
        "P1D, 2025-10-14, 2025-10-15, PS, 2025-10-15, 2025-10-15"
    })
    void a_turn_is_counted_from_the_first_day(
            String period, LocalDate since, LocalDate day, String side, LocalDate from, LocalDate until) {
        var rotation = new Rotation(since, period, List.of("PK", "PS"));

        assertThat(rotation.on(day)).contains(new Chair(side, from, until));
        assertThat(rotation.on(since.minusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void turns_follow_each_other_without_a_gap_as_whoever_counts_them_one_by_one_finds(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var each = Period.of(random.nextInt(3), random.nextInt(14), random.nextInt(40) + 1);
            var sides = List.of("A", "B", "C", "D").subList(0, 1 + random.nextInt(4));
            var since = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
            var day = since.plusDays(random.nextInt(8000));
            var turn = 0;
            while (!day.isBefore(since.plus(each.multipliedBy(turn + 1)))) {
                turn++;
            }
            var found = new Rotation(since, each.toString(), sides).on(day).orElseThrow();

            assertThat(found.side())
                    .as("%d: %s from %s on %s", seed, each, since, day)
                    .isEqualTo(sides.get(turn % sides.size()));
            assertThat(found.from()).isEqualTo(since.plus(each.multipliedBy(turn)));
            assertThat(found.until().plusDays(1)).isEqualTo(since.plus(each.multipliedBy(turn + 1)));
        }
    }

    @Test
    void the_sides_follow_in_the_order_of_the_terms_or_else_of_the_parties() {
        assertThat(Rotation.by(YEARLY, List.of("PK", "PS"), TODAY).sides()).containsExactly("PK", "PS");
        var ordered = new Chairing(Chairing.Kind.ROTATING, "P1Y", List.of("PS", "PK"));
        assertThat(Rotation.by(ordered, List.of("PK", "PS"), TODAY).sides()).containsExactly("PS", "PK");
        assertThat(Rotation.by(ordered, List.of("CN", "PK"), TODAY).sides()).containsExactly("PK", "CN");
    }

    @Test
    void a_group_is_led_from_its_constitution_on() {
        var group = GroupFixture.founded(Composition.USUAL, terms(2, YEARLY, null));
        GroupFixture.nominate(group, "PK", MemberRole.CO_CHAIR, NOW);
        GroupFixture.nominate(group, "PS", MemberRole.CO_CHAIR, NOW);
        assertThat(group.presidency.chair()).isNull();

        assertThat(group.constitute(TODAY, NOW).state().chair())
                .isEqualTo(new Chair("PK", TODAY, LocalDate.parse("2026-10-13")));
        assertThat(group.dueAt).isEqualTo(YEAR_OVER);
        assertThat(GroupFixture.constituted(TermsOfReference.USUAL).presidency).isEqualTo(Presidency.NONE);
    }

    @Test
    void one_that_was_constituted_long_ago_is_led_by_whose_turn_it_is_by_now() {
        var group = GroupFixture.founded(Composition.USUAL, terms(2, YEARLY, null));
        GroupFixture.nominate(group, "PK", MemberRole.CO_CHAIR, NOW);
        GroupFixture.nominate(group, "PS", MemberRole.CO_CHAIR, NOW);

        assertThat(group.constitute(LocalDate.parse("2024-10-01"), NOW).state().chair())
                .isEqualTo(new Chair("PS", LocalDate.parse("2025-10-01"), LocalDate.parse("2026-09-30")));
    }

    @Test
    void the_turn_passes_once_when_its_last_day_is_over_for_all() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));

        assertThat(group.passChair(YEAR_OVER.minusMillis(1))).isEmpty();
        var passed = group.passChair(YEAR_OVER).orElseThrow();

        assertThat(passed.state().chair())
                .isEqualTo(new Chair("PS", LocalDate.parse("2026-10-14"), LocalDate.parse("2027-10-13")));
        assertThat(passed.details()).containsEntry("side", "PS").containsEntry("from", LocalDate.parse("2026-10-14"));
        assertThat(group.passChair(YEAR_OVER)).isEmpty();
        assertThat(group.dueAt).isEqualTo("2027-10-13T21:00:00Z");
    }

    @Test
    void whoever_looks_late_finds_every_turn_one_after_the_other() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));
        var late = Instant.parse("2028-11-01T00:00:00Z");

        assertThat(group.passChair(late).orElseThrow().state().chair())
                .extracting(Chair::side)
                .isEqualTo("PS");
        assertThat(group.passChair(late).orElseThrow().state().chair())
                .extracting(Chair::side)
                .isEqualTo("PK");
        assertThat(group.passChair(late).orElseThrow().state().chair())
                .extracting(Chair::side)
                .isEqualTo("PS");
        assertThat(group.passChair(late)).isEmpty();
    }

    @Test
    void other_terms_that_leave_the_rotation_leave_the_turn() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));
        var before = group.presidency;

        assertThat(group.agree(terms(3, YEARLY, TODAY), Composition.USUAL, null, NOW))
                .isNotNull();

        assertThat(group.presidency).isEqualTo(before);
    }

    @Test
    void another_rotation_counts_from_its_own_day_and_leaves_what_was_before() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));
        var later = Instant.parse("2026-03-20T09:00:00Z");
        var since = LocalDate.parse("2026-03-15");
        var half = new Chairing(Chairing.Kind.ROTATING, "P6M", List.of("PS", "PK"));

        assertThat(group.agree(terms(3, half, since), Composition.USUAL, null, later)
                        .state()
                        .chair())
                .isEqualTo(new Chair("PS", since, LocalDate.parse("2026-09-14")));

        assertThat(group.presidency.sideOn(LocalDate.parse("2026-03-14"))).contains("PK");
        assertThat(group.presidency.sideOn(since)).contains("PS");
        assertThat(group.presidency.sideOn(LocalDate.parse("2026-09-15"))).contains("PK");
        assertThat(group.presidency.sideOn(TODAY.minusDays(1))).isEmpty();
    }

    @Test
    void co_chairs_who_follow_a_rotation_lead_together_and_no_turn_comes() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));
        var together = new Chairing(Chairing.Kind.CO_CHAIRS, null);

        assertThat(group.agree(terms(3, together, TODAY.plusDays(0)), Composition.USUAL, null, NOW)
                        .state()
                        .chair())
                .isNull();
        assertThat(group.passChair(Instant.parse("2030-01-01T00:00:00Z"))).isEmpty();
        assertThat(group.dueAt).isNull();
    }

    @Test
    void nobody_leads_a_group_that_has_ended() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));

        assertThat(group.conclude(TODAY, "done", NOW).state().chair()).isNull();
        assertThat(group.passChair(Instant.parse("2030-01-01T00:00:00Z"))).isEmpty();
        assertThat(group.presidency.sideOn(TODAY)).contains("PK");
    }

    @Test
    void where_it_was_never_told_whose_turn_it_is_that_is_told_first() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));
        group.presidency = new Presidency(group.presidency.rotations(), null);

        assertThat(group.passChair(YEAR_OVER.plusSeconds(1))
                        .orElseThrow()
                        .state()
                        .chair())
                .isEqualTo(new Chair("PS", LocalDate.parse("2026-10-14"), LocalDate.parse("2027-10-13")));
        assertThat(group.passChair(YEAR_OVER.plusSeconds(1))).isEmpty();
    }

    @Test
    void a_side_that_joins_takes_its_turn_from_that_day() {
        var group = GroupFixture.constituted(terms(2, YEARLY, null));
        var parties = new java.util.ArrayList<>(PARTIES);
        parties.add(new GroupParty("CN", "CN", "Asia/Shanghai"));
        var joined = Instant.parse("2026-01-10T09:00:00Z");

        assertThat(group.seeTo(group.agreements(), parties, Grounds.STANDING, joined)
                        .state()
                        .chair())
                .isEqualTo(new Chair("PK", LocalDate.parse("2026-01-10"), LocalDate.parse("2027-01-09")));
        assertThat(group.presidency.sideOn(LocalDate.parse("2028-01-10"))).contains("CN");
    }

    private static TermsOfReference terms(int version, Chairing chairing, @Nullable LocalDate effectiveOn) {
        var usual = TermsOfReference.USUAL;
        return new TermsOfReference(
                version,
                effectiveOn,
                null,
                usual.decisions(),
                chairing,
                null,
                List.of(),
                null,
                null,
                usual.nominationWithin());
    }
}
