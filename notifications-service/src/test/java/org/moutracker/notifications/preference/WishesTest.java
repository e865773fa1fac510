package org.moutracker.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.notifications.delivery.ReadersTime.AT_ONCE;
import static org.moutracker.notifications.delivery.ReadersTime.IN_DIGEST;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.notifications.delivery.ReadersTime;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.platform.problem.InvalidRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WishesTest {

    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final QuietHours NIGHTS = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), List.of());
    private static final DigestTime DAILY = new DigestTime(Rhythm.DAILY, LocalTime.of(8, 0), null);
    private static final Instant NIGHT = Instant.parse("2025-10-02T18:00:00Z"); // 23:00 in Karachi
    private static final Instant DAY = Instant.parse("2025-10-02T06:00:00Z");
    private static final Instant MORNING_AFTER = Instant.parse("2025-10-03T02:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_is_mandatory_cannot_be_switched_off(MailKind kind) {
        var wishes = new Wishes(QuietHours.NONE, DigestTime.NEVER, List.of(kind));

        if (kind.isMandatory()) {
            assertThatThrownBy(wishes::require).isInstanceOfSatisfying(InvalidRequest.class, refused -> assertThat(
                            refused.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.field()).isEqualTo("mails." + MailsForm.field(kind))));
            assertThat(wishes.wants(kind)).isTrue();
        } else {
            assertThat(wishes.require().wants(kind)).isFalse();
        }
    }

    @Test
    void who_gathers_and_wants_no_digests_gets_neither_those_nor_what_would_be_in_them() {
        var wishes = new Wishes(QuietHours.NONE, DAILY, List.of(MailKind.DIGEST));

        assertThat(wishes.wants(MailKind.REMINDER)).isFalse();
        assertThat(wishes.wants(MailKind.LAST_REMINDER)).isTrue();
        assertThat(wishes.gathers()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // Kind,         when,  too late from,         goes
        "REMINDER,       DAY,   ,                      AT_ONCE",
        "REMINDER,       NIGHT, ,                      MORNING",
        "REMINDER,       NIGHT, 2025-10-03T01:00:00Z,  MORNING",
        "LAST_REMINDER,  NIGHT, ,                      MORNING",
        "LAST_DAY,       NIGHT, 2025-10-03T02:00:01Z,  MORNING",
        "LAST_DAY,       NIGHT, 2025-10-03T02:00:00Z,  AT_ONCE",
        "OVERDUE,        NIGHT, ,                      MORNING",
        "ESCALATION,     DAY,   ,                      AT_ONCE",
        "MOVE,           NIGHT, 2025-10-02T20:00:00Z,  AT_ONCE"
    })
    void what_is_mandatory_waits_for_the_morning_unless_that_is_too_late(
            MailKind kind, String when, @Nullable Instant tooLate, String goes) {
        var preference = new Preference(UUID.randomUUID(), 1, new Wishes(NIGHTS, DigestTime.NEVER, List.of()), null);

        assertThat(preference.time(kind, when.equals("DAY") ? DAY : NIGHT, KARACHI, tooLate))
                .isEqualTo(goes.equals("AT_ONCE") ? AT_ONCE : ReadersTime.from(MORNING_AFTER));
    }

    @ParameterizedTest
    @CsvSource({
        "REMINDER,        ,                     true",
        "FOR_INFORMATION, ,                     true",
        "REMINDER,        2025-10-03T03:00:01Z, true",
        "REMINDER,        2025-10-03T03:00:00Z, false",
        "LAST_REMINDER,   ,                     false",
        "LAST_DAY,        ,                     false",
        "OVERDUE,         ,                     false",
        "MOVE,            ,                     false"
    })
    void what_can_wait_goes_with_the_digest_unless_it_would_not_be_true_by_then(
            MailKind kind, @Nullable Instant tooLate, boolean inDigest) {
        var digest = Instant.parse("2025-10-03T03:00:00Z");
        var preference = new Preference(UUID.randomUUID(), 1, new Wishes(NIGHTS, DAILY, List.of()), digest);

        assertThat(preference.time(kind, DAY, KARACHI, tooLate)).isEqualTo(inDigest ? IN_DIGEST : AT_ONCE);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY,  08:00, ,       '',     2025-10-02T02:59:59Z, 2025-10-02T03:00:00Z",
        "DAILY,  08:00, ,       '',     2025-10-02T03:00:00Z, 2025-10-03T03:00:00Z",
        "DAILY,  08:00, ,       FRIDAY, 2025-10-02T03:00:00Z, 2025-10-04T03:00:00Z",
        "WEEKLY, 08:00, MONDAY, '',     2025-10-02T03:00:00Z, 2025-10-06T03:00:00Z",
        "WEEKLY, 08:00, MONDAY, '',     2025-10-06T03:00:00Z, 2025-10-13T03:00:00Z"
    })
    void the_next_digest_comes_by_the_readers_clock_and_on_no_quiet_day(
            Rhythm rhythm, LocalTime at, @Nullable DayOfWeek weekday, String quiet, Instant after, Instant next) {
        var days = quiet.isEmpty() ? List.<DayOfWeek>of() : List.of(DayOfWeek.valueOf(quiet));
        var wishes = new Wishes(new QuietHours(null, null, days), new DigestTime(rhythm, at, weekday), List.of());

        assertThat(wishes.nextDigest(after, KARACHI)).contains(next);
    }

    @ParameterizedTest
    @CsvSource({
        // Forward from 02:00 to 03:00, and back from 02:00 to 01:00: once each, whatever the clocks do.
        "02:30, 2026-03-08T05:00:00Z, 2026-03-08T07:30:00Z",
        "02:30, 2026-03-08T07:30:00Z, 2026-03-09T06:30:00Z",
        "01:30, 2026-11-01T04:00:00Z, 2026-11-01T05:30:00Z",
        "01:30, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z"
    })
    void a_day_on_which_clocks_are_changed_has_one_digest(LocalTime at, Instant after, Instant next) {
        var wishes = new Wishes(QuietHours.NONE, new DigestTime(Rhythm.DAILY, at, null), List.of());

        assertThat(wishes.nextDigest(after, NEW_YORK)).contains(next);
    }

    @Test
    void stopping_a_kind_twice_is_stopping_it_once_and_can_be_taken_back() {
        var stopped = Wishes.USUAL.with(MailKind.DIGEST, false);

        assertThat(stopped.with(MailKind.DIGEST, false)).isEqualTo(stopped);
        assertThat(stopped.wants(MailKind.REMINDER)).isTrue();
        assertThat(stopped.with(MailKind.DIGEST, true)).isEqualTo(Wishes.USUAL);
    }
}
