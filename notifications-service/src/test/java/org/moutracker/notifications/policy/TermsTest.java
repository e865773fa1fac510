package org.moutracker.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TermsTest {

    @Test
    void a_policy_has_a_step_before_the_day() {
        assertThat(wrong(false, null, "T-0", "T+1"))
                .containsExactly(new Violation("steps", "must have one before the last day at least"));
        assertThatCode(() -> terms(null, "T-1").require(false)).doesNotThrowAnyException();
    }

    @Test
    void a_policy_of_watches_has_steps_after_the_day_alone() {
        assertThat(wrong(true, null, "T-0", "T+1")).extracting(Violation::field).containsExactly("steps[0].step");
        assertThatCode(() -> terms(null, "T+1", "T+30").require(true)).doesNotThrowAnyException();
    }

    @Test
    void no_day_is_there_twice() {
        assertThat(wrong(false, null, "T-7", "T-3", "T-7"))
                .containsExactly(new Violation("steps[2].step", "T-7 is there twice"));
    }

    @Test
    void a_step_lies_within_three_years_before_and_one_after_the_day() {
        assertThatCode(() -> terms(null, "T-1095", "T+365").require(false)).doesNotThrowAnyException();
        assertThat(wrong(false, null, "T-1096", "T+366"))
                .extracting(Violation::field)
                .containsExactly("steps[0].step", "steps[1].step");
    }

    @Test
    void what_is_repeated_ends_two_years_after_the_day() {
        assertThat(wrong(false, new Repeat(90, 9), "T-1"))
                .containsExactly(new Violation("repeat", "must end at T+730 at the latest"));
        assertThatCode(() -> terms(new Repeat(90, 8), "T-1").require(false)).doesNotThrowAnyException();
    }

    @Test
    void from_the_last_day_on_mail_cannot_be_left_out_and_no_channel_is_there_twice() {
        var quiet = new Terms(List.of(PolicySteps.read("""
                                {"step": "T-1", "channels": ["IN_APP", "IN_APP"]}"""), PolicySteps.read("""
                                {"step": "T-0", "channels": ["IN_APP"]}""")), null, Quorum.ANY, 7, false);

        assertThat(violations(quiet, false))
                .extracting(Violation::field)
                .containsExactly("steps[0].channels", "steps[1].channels");
    }

    @Test
    void repeats_follow_the_last_step_or_the_day() {
        assertThat(terms(new Repeat(7, 2), "T-1", "T+7").repeats()).containsExactly(14, 21);
        assertThat(terms(new Repeat(7, 2), "T-3", "T-1").repeats()).containsExactly(7, 14);
        assertThat(terms(null, "T-1").repeats()).isEmpty();
    }

    @Test
    void unless_told_only_what_comes_before_the_day_is_left_out_while_it_is_acknowledged() {
        assertThat(terms(null, "T-1", "T-0", "T+1").steps())
                .extracting(PolicyStep::onlyIfNotAcknowledged)
                .containsExactly(true, false, false);
    }

    private static List<Violation> wrong(boolean ofWatch, @Nullable Repeat repeat, String... steps) {
        return violations(terms(repeat, steps), ofWatch);
    }

    private static List<Violation> violations(Terms terms, boolean ofWatch) {
        return catchThrowableOfType(InvalidRequest.class, () -> terms.require(ofWatch))
                .violations();
    }

    private static Terms terms(@Nullable Repeat repeat, String... steps) {
        return new Terms(Arrays.stream(steps).map(PolicySteps::of).toList(), repeat, Quorum.ALL_SIDES, 7, false);
    }
}
