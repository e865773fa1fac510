package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsTest {

    @Test
    void facts_are_days_and_moments_and_null_is_what_is_not_known() {
        var facts = Facts.parse(
                Json.read("{'SIGNATURE': '2025-09-17', 'ENTRY_INTO_FORCE': '2006-XX-24', 'EXPIRY': null}"),
                Json.read("{'NOTIFICATION_RECEIVED': '2026-03-27T10:00:00+02:00'}"));

        assertThat(facts.days())
                .isEqualTo(Map.of(
                        AnchorEvent.SIGNATURE,
                        PartialDate.parse("2025-09-17"),
                        AnchorEvent.ENTRY_INTO_FORCE,
                        PartialDate.parse("2006-XX-24")));
        assertThat(facts.moments())
                .isEqualTo(Map.of(AnchorEvent.NOTIFICATION_RECEIVED, Instant.parse("2026-03-27T08:00:00Z")));
        assertThat(Facts.parse(null, null)).isEqualTo(Facts.none());
    }

    @Test
    void every_fact_that_cannot_be_read_is_named() {
        var refused = catchThrowableOfType(
                InvalidRule.class,
                () -> Facts.parse(
                        Json.read(
                                "{'SIGNATURE': '2025-02-30', 'PUBLICATION': '2025-01-01T10:00:00Z', 'SIGNED': '2025'}"),
                        Json.read("{'EXPIRY': '2026-03-27T10:00:00', 'SIGNATURE': '+12026-03-27T10:00:00Z'}"),
                        Json.read("{'01J': {'due': 'soon', 'late': true}}")));

        assertThat(refused.violations())
                .containsExactly(
                        new Violation("facts.SIGNATURE", "'2025-02-30' does not exist in the calendar"),
                        new Violation("facts.PUBLICATION", "must be a date; a moment with its hour belongs in moments"),
                        new Violation("facts.SIGNED", "is not a known field"),
                        new Violation("moments.SIGNATURE", "must lie in the years 1 to 9999"),
                        new Violation(
                                "moments.EXPIRY", "must be a moment with its offset such as 2026-03-27T10:00:00+02:00"),
                        new Violation(
                                "deadlines.01J.due",
                                "'soon' is not a date: write it as 2025-09-17,"
                                        + " or in part as 2020-09, 2020, 2009-XX-21 or ../2020-09-22"),
                        new Violation("deadlines.01J.late", "is not a known field"));
    }

    @Test
    void a_moment_goes_before_the_day_of_the_same_event() {
        var facts = Json.signedOn("2025-09-17").with(AnchorEvent.SIGNATURE, Instant.parse("2025-09-18T08:00:00Z"));

        var answer = Json.fromSignature("[]").evaluate(facts, Calendars.none());

        assertThat(answer.lastDay()).hasToString("2025-09-18");
    }
}
