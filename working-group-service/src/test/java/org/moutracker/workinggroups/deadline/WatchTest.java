package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.CALENDARS;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.LATER;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.commissioned;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.Certainty;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchTest {

    private static final Period HALF_A_YEAR = Period.ofDays(180);
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Karachi"), ZoneId.of("Asia/Hebron"));
    private static final Map<String, String> SIGNED =
            Map.of("SIGNATURE", "2025-09-17", "ENTRY_INTO_FORCE", "2025-10-01");

    private static Commissioned watch(Map<String, String> recorded, String opened, @Nullable String reported) {
        return watch(recorded, opened, reported, false, List.of());
    }

    private static Commissioned watch(
            Map<String, String> recorded,
            String opened,
            @Nullable String reported,
            boolean awaited,
            List<Suspension> suspensions) {
        var facts = Watch.facts(recorded, LocalDate.parse(opened), reported == null ? null : LocalDate.parse(reported));
        var rule = Watch.rule(HALF_A_YEAR, facts, awaited).withDefaultClock(ZONES);
        return commissioned(DeadlineKind.STAGNATION, facts, rule.toJson(), null, suspensions);
    }

    private static void follows(Deadline deadline, Commissioned by, String lastDay, String cause) {
        var event = deadline.follow(by, CALENDARS, LATER, LATER).orElseThrow();
        assertThat(deadline.schedule.lastDay()).isEqualTo(lastDay);
        assertThat(event.state().change().cause()).isEqualTo(cause);
        assertThat(event).isInstanceOf(DeadlineEvent.DeadlineRescheduled.class);
    }

    @Test
    void without_a_report_it_counts_from_the_day_since_which_it_binds_and_is_known() {
        assertThat(deadline(watch(SIGNED, "2025-09-18", null)).schedule.lastDay())
                .as("from the entry into force")
                .isEqualTo("2026-03-30");
        assertThat(deadline(watch(SIGNED, "2025-11-01", null)).schedule.lastDay())
                .as("registered later")
                .isEqualTo("2026-04-30");
        assertThat(deadline(watch(Map.of("SIGNATURE", "2025-09-20"), "2025-09-18", null))
                        .schedule
                        .lastDay())
                .as("by its text it binds with the signature")
                .isEqualTo("2026-03-19");
    }

    @Test
    void a_day_that_is_known_in_part_keeps_nobody_from_watching() {
        var reported = Map.of("SIGNATURE", "../2020-09-22", "ENTRY_INTO_FORCE", "2025-09");

        var deadline = deadline(watch(reported, "2025-09-18", null));

        assertThat(deadline.schedule.lastDay()).isEqualTo("2026-03-17");
        assertThat(deadline.schedule.certainty()).isEqualTo(Certainty.EXACT);
    }

    @Test
    void what_does_not_bind_yet_waits_for_the_entry_into_force() {
        var signed = Map.of("SIGNATURE", "2025-09-17");
        var deadline = deadline(watch(signed, "2025-09-18", null, true, List.of()));
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.AWAITING_ANCHOR);
        assertThat(deadline.schedule.missing()).containsExactly("ENTRY_INTO_FORCE");

        var _ = deadline.follow(watch(SIGNED, "2025-09-18", null), CALENDARS, LATER, LATER);

        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
        assertThat(deadline.schedule.lastDay()).isEqualTo("2026-03-30");
    }

    @Test
    void each_report_moves_it_once_and_says_so() {
        var deadline = deadline(watch(SIGNED, "2025-09-18", null));

        follows(
                deadline,
                watch(SIGNED, "2025-09-18", "2026-01-10"),
                "2026-07-09",
                "progress was reported for 2026-01-10");
        assertThat(deadline.follow(watch(SIGNED, "2025-09-18", "2026-01-10"), CALENDARS, LATER, LATER))
                .as("told again")
                .isEmpty();
        follows(
                deadline,
                watch(SIGNED, "2025-09-18", "2026-02-01"),
                "2026-07-31",
                "progress was reported for 2026-02-01");
        follows(
                deadline,
                watch(SIGNED, "2025-09-18", "2026-01-10"),
                "2026-07-09",
                "the last report that stands is of 2026-01-10, not 2026-02-01");
        follows(deadline, watch(SIGNED, "2025-09-18", null), "2026-03-30", "the report of 2026-01-10 was taken back");
        assertThat(deadline.scheduleNo).isEqualTo(5);
    }

    @Test
    void it_says_from_what_it_counts_and_that_nobody_agreed_on_the_period() {
        assertThat(explained(watch(SIGNED, "2025-09-18", "2026-01-10")))
                .startsWith(
                        "LAST_REPORT 2026-01-10: the last report is of that day",
                        "WITHIN P180D 2026-07-09: 180 days after 2026-01-10: day 1 is 2026-01-11, day 180 is 2026-07-09; by"
                                + " policy, since no date was agreed");
        assertThat(explained(watch(SIGNED, "2025-09-18", null)))
                .startsWith("ENTRY_INTO_FORCE 2025-10-01: it binds since then, and nothing was reported");
        assertThat(explained(watch(SIGNED, "2025-11-01", null)))
                .startsWith("OPENED 2025-11-01: it is known since then, and nothing was reported");
    }

    private static List<String> explained(Commissioned by) {
        return deadline(by).schedule.explanation().stream()
                .map(step -> step.step() + " " + step.result() + ": " + step.because())
                .toList();
    }

    @Test
    void it_pauses_with_its_agreement_and_gets_back_the_days_that_remained() {
        var deadline = deadline(watch(SIGNED, "2025-09-18", null));
        var since = LocalDate.parse("2025-12-01");

        var paused = watch(SIGNED, "2025-09-18", null, false, List.of(new Suspension(since, null, List.of())));
        assertThat(deadline.follow(paused, CALENDARS, LATER, LATER))
                .get()
                .isInstanceOf(DeadlineEvent.DeadlinePaused.class);
        var resumed =
                watch(SIGNED, "2025-09-18", null, false, List.of(new Suspension(since, since.plusDays(10), List.of())));
        var _ = deadline.follow(resumed, CALENDARS, LATER, LATER);

        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
        assertThat(deadline.schedule.lastDay()).isEqualTo("2026-04-09");
    }

    @Test
    void once_its_day_has_passed_it_is_overdue_until_the_next_report() {
        var deadline = deadline(watch(SIGNED, "2025-09-18", null));
        var afterwards = Instant.parse("2026-04-10T07:00:00Z");

        assertThat(deadline.pass(afterwards)).isInstanceOf(DeadlineEvent.DeadlinePassed.class);
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);

        var _ = deadline.follow(watch(SIGNED, "2025-09-18", "2026-04-09"), CALENDARS, afterwards, afterwards);
        assertThat(deadline.course.passed()).isFalse();
        assertThat(deadline.schedule.lastDay()).isEqualTo("2026-10-06");
    }

    @Test
    void nobody_meets_or_extends_it_by_hand_but_it_can_be_waived() {
        var deadline = deadline(watch(SIGNED, "2025-09-18", null));

        assertThatThrownBy(() -> deadline.complete(LocalDate.parse("2025-10-09"), null, LATER))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("progress is reported at the commitment, which moves the day by itself");
        assertThatThrownBy(() ->
                        deadline.extend(new Extension.ToDay(LocalDate.parse("2026-12-31")), "agreed", CALENDARS, LATER))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("nobody agreed on that day: the next report of progress moves it");
        assertThat(deadline.waive("nothing is expected before 2028", LATER))
                .isInstanceOf(DeadlineEvent.DeadlineWaived.class);
    }

    @Test
    void rules_that_name_the_commitment_do_not_mean_its_watch() {
        var deadline = deadline(watch(SIGNED, "2025-09-18", null));

        assertThat(deadline.named()).containsOnlyKeys(deadline.id.toString());
    }
}
