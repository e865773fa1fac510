package org.moutracker.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietHoursTest {

    // 2025-10-02 is a Thursday; "-" as the end says that nothing is quiet.
    @ParameterizedTest
    @CsvSource({
        // In the night, which crosses midnight; the end is not a part of it.
        "21:00, 07:00, '',              2025-10-02T20:59:59+05:00, -",
        "21:00, 07:00, '',              2025-10-02T21:00:00+05:00, 2025-10-03T07:00:00+05:00",
        "21:00, 07:00, '',              2025-10-03T00:30:00+05:00, 2025-10-03T07:00:00+05:00",
        "21:00, 07:00, '',              2025-10-03T06:59:59+05:00, 2025-10-03T07:00:00+05:00",
        "21:00, 07:00, '',              2025-10-03T07:00:00+05:00, -",
        // Within a day.
        "12:00, 14:00, '',              2025-10-02T13:00:00+05:00, 2025-10-02T14:00:00+05:00",
        "12:00, 14:00, '',              2025-10-02T11:59:59+05:00, -",
        "00:00, 09:30, '',              2025-10-02T00:00:00+05:00, 2025-10-02T09:30:00+05:00",
        // Whole days, alone and after a night.
        "'',    '',    FRIDAY,          2025-10-03T00:00:00+05:00, 2025-10-04T00:00:00+05:00",
        "'',    '',    FRIDAY,          2025-10-02T23:59:59+05:00, -",
        "21:00, 07:00, FRIDAY,          2025-10-02T22:00:00+05:00, 2025-10-04T07:00:00+05:00",
        "21:00, 07:00, FRIDAY,          2025-10-03T12:00:00+05:00, 2025-10-04T07:00:00+05:00",
        "12:00, 14:00, FRIDAY,          2025-10-03T13:00:00+05:00, 2025-10-04T00:00:00+05:00",
        "21:00, 07:00, FRIDAY SATURDAY, 2025-10-02T22:00:00+05:00, 2025-10-05T07:00:00+05:00"
    })
    void they_end_when_the_clock_on_the_wall_says_so(String from, String to, String days, String now, String end) {
        assertEnd(from, to, days, "Asia/Karachi", now, end);
    }

    @ParameterizedTest
    @CsvSource({
        // New York puts its clocks forward on 2026-03-08 from 02:00 to 03:00: what is left out ends when they go on.
        "22:00, 02:30, America/New_York, 2026-03-08T01:00:00-05:00, 2026-03-08T03:00:00-04:00",
        "02:00, 03:00, America/New_York, 2026-03-08T01:59:59-05:00, -",
        "02:00, 03:00, America/New_York, 2026-03-08T03:00:00-04:00, -",
        // And back on 2026-11-01 from 02:00 to 01:00: what is shown twice is quiet twice, and over twice.
        "22:00, 01:30, America/New_York, 2026-11-01T00:30:00-04:00, 2026-11-01T01:30:00-04:00",
        "22:00, 01:30, America/New_York, 2026-11-01T01:45:00-04:00, -",
        "22:00, 01:30, America/New_York, 2026-11-01T01:10:00-05:00, 2026-11-01T01:30:00-05:00",
        // Beirut goes from midnight to one: a day that begins late.
        "21:00, 00:30, Asia/Beirut,      2026-03-28T23:00:00+02:00, 2026-03-29T01:00:00+03:00"
    })
    void they_end_when_clocks_are_put_forward_or_back(String from, String to, String zone, String now, String end) {
        assertEnd(from, to, "", zone, now, end);
    }

    private static void assertEnd(String from, String to, String days, String zone, String now, String end) {
        var quiet = new QuietHours(
                time(from),
                time(to),
                Arrays.stream(days.split(" ", -1))
                        .filter(day -> !day.isEmpty())
                        .map(DayOfWeek::valueOf)
                        .toList());

        assertThat(quiet.endAfter(instant(now), ZoneId.of(zone)))
                .isEqualTo(end.equals("-") ? Optional.empty() : Optional.of(instant(end)));
    }

    private static Instant instant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable LocalTime time(String text) {
        return text.isEmpty() ? null : LocalTime.parse(text);
    }

    @ParameterizedTest
    @CsvSource({"2025-10-02T20:00:00Z", "2025-10-03T03:00:00Z"})
    void nothing_is_quiet_for_whoever_has_said_nothing(Instant now) {
        assertThat(new QuietHours(null, null, List.of()).endAfter(now, ZoneId.of("Asia/Karachi")))
                .isEmpty();
    }
}
