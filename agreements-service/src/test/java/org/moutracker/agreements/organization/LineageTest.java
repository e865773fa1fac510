package org.moutracker.agreements.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineageTest {

    private static final UUID X = new UUID(0, 1);
    private static final UUID Y = new UUID(0, 2);
    private static final UUID Z = new UUID(0, 3);
    private static final UUID TWICE = new UUID(0, 4);

    private static Succession by(UUID next, String on) {
        return new Succession(SuccessionKind.RENAMED, next, LocalDate.parse(on));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    // X became Y in July 2024, which became Z in 2026; Y had been registered twice.
    private static final Lineage LINE =
            new Lineage(Map.of(TWICE, Y), Map.of(X, by(TWICE, "2024-07-01"), Y, by(Z, "2026-01-01")));

    @Test
    void a_duplicate_is_the_one_that_it_was_merged_into_also_over_several_steps() {
        var twice = new Lineage(Map.of(X, Y, Y, Z), Map.of());

        assertThat(twice.root(X)).isEqualTo(Z);
        assertThat(twice.root(Z)).isEqualTo(Z);
    }

    @Test
    void who_stands_in_a_place_depends_on_the_day() {
        assertThat(LINE.standing(X, day("2024-06-30"))).isEqualTo(X);
        assertThat(LINE.standing(X, day("2024-07-01"))).isEqualTo(Y);
        assertThat(LINE.standing(X, day("2025-12-31"))).isEqualTo(Y);
        assertThat(LINE.standing(X, day("2026-01-01"))).isEqualTo(Z);
        assertThat(LINE.standing(TWICE, day("2020-01-01"))).isEqualTo(Y);
    }

    @Test
    void successors_follow_each_other_by_the_ids_that_are_meant_by_now() {
        assertThat(LINE.successors(X)).extracting(Succession::by).containsExactly(Y, Z);
        assertThat(LINE.line(X, day("2026-01-01"))).containsExactly(X, Y, Z);
    }

    @Test
    void a_succession_in_a_circle_is_refused() {
        assertThatThrownBy(() -> LINE.requireSuccession(Z, by(X, "2027-01-01")))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("the successor was succeeded by this organization itself");
        assertThatThrownBy(() -> LINE.requireSuccession(Y, by(TWICE, "2027-01-01")))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void a_succession_does_not_go_back_in_time() {
        var line = new Lineage(Map.of(), Map.of(Y, by(Z, "2026-01-01")));

        assertThatThrownBy(() -> line.requireSuccession(X, by(Y, "2026-01-01")))
                .hasMessage("the successor itself was succeeded on 2026-01-01");
        assertThatThrownBy(() -> line.requireSuccession(Z, by(X, "2026-01-01")))
                .hasMessage("this organization stands in the place of another only since 2026-01-01");
        line.requireSuccession(X, by(Y, "2025-12-31"));
        line.requireSuccession(Z, by(X, "2026-01-02"));
    }

    @Test
    void a_predecessor_and_a_successor_are_not_the_same() {
        assertThatThrownBy(() -> LINE.requireMergeable(X, Z)).isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> LINE.requireMergeable(Z, X)).isInstanceOf(RuleViolated.class);
    }

    @Test
    void what_is_merged_already_is_not_merged_again() {
        assertThatThrownBy(() -> LINE.requireMergeable(Y, TWICE)).hasMessage("the two are merged already");
    }
}
