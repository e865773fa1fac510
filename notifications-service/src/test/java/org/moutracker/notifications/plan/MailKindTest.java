package org.moutracker.notifications.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailKindTest {

    @ParameterizedTest
    @CsvSource({
        // Hearing,           level,      step, last before, kind,            mandatory
        "EVERYTHING,          REMINDER,   -14,  false,       REMINDER,        false",
        "EVERYTHING,          REMINDER,   -1,   true,        LAST_REMINDER,   true",
        "EVERYTHING,          REMINDER,   -30,  true,        LAST_REMINDER,   true",
        "EVERYTHING,          REMINDER,   0,    false,       LAST_DAY,        true",
        "EVERYTHING,          OVERDUE,    1,    false,       OVERDUE,         true",
        "EVERYTHING,          ESCALATION, 7,    false,       ESCALATION,      true",
        "EVERYTHING,          CHANGED,    0,    false,       MOVE,            true",
        "EVERYTHING,          OVER,       0,    false,       MOVE,            true",
        "WHEN_NOBODY_ELSE,    REMINDER,   -14,  false,       REMINDER,        false",
        "WHEN_NOBODY_ELSE,    REMINDER,   0,    false,       LAST_DAY,        true",
        "WHEN_NOBODY_ELSE,    ESCALATION, 7,    false,       ESCALATION,      true",
        "ESCALATIONS,         REMINDER,   -3,   false,       REMINDER,        false",
        "ESCALATIONS,         REMINDER,   -3,   true,        LAST_REMINDER,   true",
        "ESCALATIONS,         OVERDUE,    7,    false,       OVERDUE,         true",
        "ESCALATIONS,         ESCALATION, 7,    false,       ESCALATION,      true",
        "IN_PLACE_OF_OTHERS,  REMINDER,   -14,  false,       REMINDER,        false",
        "IN_PLACE_OF_OTHERS,  REMINDER,   -1,   true,        LAST_REMINDER,   true",
        "IN_PLACE_OF_OTHERS,  OVERDUE,    1,    false,       OVERDUE,         true",
        "OTHER_SIDE,          REMINDER,   0,    false,       FOR_INFORMATION, false",
        "OTHER_SIDE,          ESCALATION, 28,   false,       FOR_INFORMATION, false"
    })
    void nobody_who_answers_can_do_without_the_last_reminders_and_what_comes_after_the_day(
            Hearing hearing, Level level, int step, boolean lastBefore, MailKind kind, boolean mandatory) {
        var of = MailKind.of(hearing, level, new Step(step), lastBefore);

        assertThat(of).isEqualTo(kind);
        assertThat(of.isMandatory()).isEqualTo(mandatory);
    }

    @Test
    void everybody_can_do_without_early_reminders_what_is_the_other_sides_and_digests_and_without_nothing_else() {
        assertThat(Arrays.stream(MailKind.values()).filter(kind -> !kind.isMandatory()))
                .containsExactly(MailKind.REMINDER, MailKind.FOR_INFORMATION, MailKind.DIGEST);
    }
}
