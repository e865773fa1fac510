package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.CALENDARS;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.KNOWN;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.LATER;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.commissioned;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Rule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineExtensionTest {

    @Test
    void an_extension_to_a_day_stands_whatever_becomes_known() {
        var deadline = deadline(KNOWN);

        var extended = deadline.extend(new Extension.ToDay(LocalDate.parse("2025-10-31")), "agreed", CALENDARS, LATER)
                .state();

        assertThat(extended.lastDay()).isEqualTo("2025-10-31");
        assertThat(extended.dueAt()).as("Hebron is back on winter time").isEqualTo("2025-10-31T22:00:00Z");
        assertThat(extended.scheduleNo()).isEqualTo(2);
        assertThat(extended.explanation())
                .hasToString("[Explained[step=EXTENSION, result=2025-10-31, because=extended: agreed]]");
        assertThat(deadline.follow(commissioned(Map.of("STATEMENT_MADE", "2025-09-20")), CALENDARS, LATER, LATER))
                .isEmpty();
    }

    @Test
    void an_extension_to_a_rule_goes_on_following_the_facts() {
        var deadline = deadline(KNOWN);
        var sixtyDays = Rule.parse(Map.of(
                "anchor",
                Map.of("event", "STATEMENT_MADE"),
                "steps",
                List.of(Map.of("kind", "WITHIN", "period", "P60D"))));

        var extended = deadline.extend(new Extension.ToRule(sixtyDays), "agreed", CALENDARS, LATER)
                .state();
        assertThat(extended.lastDay()).isEqualTo("2025-11-16");
        assertThat(extended.rule().get("clock"))
                .as("the clock of the agreed rule")
                .isNotNull();
        assertThat(extended.explanation().getLast().step()).isEqualTo("EXTENSION");

        var moved = deadline.follow(commissioned(Map.of("STATEMENT_MADE", "2025-09-18")), CALENDARS, LATER, LATER)
                .orElseThrow()
                .state();
        assertThat(moved.lastDay()).isEqualTo("2025-11-17");
        assertThat(moved.explanation().getLast().result()).isEqualTo("2025-11-17");
    }

    @Test
    void an_extension_gives_more_time() {
        for (var day : List.of("2025-10-17", "2025-10-01", "2024-01-01")) {
            assertThatThrownBy(() -> deadline(KNOWN)
                            .extend(new Extension.ToDay(LocalDate.parse(day)), "agreed", CALENDARS, LATER))
                    .isInstanceOf(InvalidRequest.class)
                    .hasMessageContaining("2025-10-17");
        }
        assertThatThrownBy(() -> deadline(KNOWN)
                        .extend(
                                new Extension.ToDay(LocalDate.parse("2025-10-20")),
                                "agreed",
                                CALENDARS,
                                Instant.parse("2025-11-20T00:00:00Z")))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("not over yet");
    }
}
