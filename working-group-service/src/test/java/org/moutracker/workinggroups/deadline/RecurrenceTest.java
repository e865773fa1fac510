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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceTest {

    private static final Map<String, Object> ON_THE_DAY =
            Map.of("anchor", Map.of("event", "SIGNATURE"), "steps", List.of());

    @Test
    void every_time_is_counted_from_the_first_anchor_and_never_drifts() {
        var time = deadline(monthly("2025-01-31", null, null));
        var days = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            days.add(String.valueOf(time.schedule.lastDay()));
            time = time.next(CALENDARS, LATER);
        }

        assertThat(days).containsExactly("2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30");
    }

    @Test
    void it_goes_on_once_a_time_is_over_until_the_last() {
        var first = deadline(monthly("2025-01-31", 2, null));
        assertThat(first.goesOn()).as("not over yet").isFalse();
        var _ = first.pass(LATER);
        assertThat(first.goesOn()).isTrue();

        var last = first.next(CALENDARS, LATER);
        var _ = last.pass(LATER);

        assertThat(last.goesOn()).isFalse();
        assertThat(first.open(LATER).state().recurs()).isTrue();
        assertThat(last.open(LATER).state().recurs()).isFalse();
        assertThat(last.open(LATER).state().change().cause()).isEqualTo("time no. 2 of what recurs every P1M");
    }

    @Test
    void none_is_due_after_the_day_on_which_it_ends() {
        var time = deadline(monthly("2025-01-31", null, LocalDate.parse("2025-03-30")));
        var _ = time.pass(LATER);
        assertThat(time.goesOn()).isTrue();
        var february = time.next(CALENDARS, LATER);
        var _ = february.pass(LATER);

        assertThat(february.goesOn()).isFalse();
    }

    @Test
    void what_its_source_has_closed_does_not_go_on() {
        var deadline = deadline(monthly("2025-01-31", null, null));
        var waived = monthly("2025-01-31", null, null).standing(Standing.closed(DeadlineStatus.WAIVED, "waived there"));

        assertThat(deadline.follow(waived, CALENDARS, LATER, LATER)).isPresent();

        assertThat(deadline.goesOn()).isFalse();
    }

    @Test
    void what_was_agreed_long_ago_begins_with_the_last_time_that_has_passed() {
        var now = Instant.parse("2025-10-10T07:00:00Z");

        assertThat(FirstTime.of(monthly("2025-12-31", null, null), CALENDARS, now))
                .isZero();
        assertThat(FirstTime.of(monthly("2025-01-31", null, null), CALENDARS, now))
                .isEqualTo(8);
        assertThat(FirstTime.of(monthly("2025-01-31", 3, null), CALENDARS, now)).isEqualTo(2);
        assertThat(FirstTime.of(monthly("2025-01-31", null, LocalDate.parse("2025-05-01")), CALENDARS, now))
                .isEqualTo(3);
        assertThat(FirstTime.of(
                        commissioned(DeadlineKind.REPORT, Map.of(), ON_THE_DAY, every(null, null), List.of()),
                        CALENDARS,
                        now))
                .as("without a day")
                .isZero();
    }

    @Test
    void a_recurrence_has_a_length_and_bounds() {
        assertThatThrownBy(() -> new Recurrence(Period.ZERO, null, null)).hasMessageContaining("longer than zero");
        assertThatThrownBy(() -> new Recurrence(Period.ofDays(-1), null, null))
                .hasMessageContaining("longer than zero");
        assertThatThrownBy(() -> new Recurrence(Period.ofDays(1), 0, null)).hasMessageContaining("from 1 to 1000");
        assertThatThrownBy(() -> new Recurrence(Period.ofDays(1), 1001, null)).hasMessageContaining("from 1 to 1000");
    }

    private static Commissioned monthly(String signature, @Nullable Integer times, @Nullable LocalDate until) {
        return commissioned(
                DeadlineKind.REPORT, Map.of("SIGNATURE", signature), ON_THE_DAY, every(times, until), List.of());
    }

    private static Recurrence every(@Nullable Integer times, @Nullable LocalDate until) {
        return new Recurrence(Period.ofMonths(1), times, until);
    }
}
