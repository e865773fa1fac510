package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

/** Deadlines of agreements that are older than the register; this one ends on 2025-10-17. */
@NotificationsTest
class ImportedDeadlinesTest {

    @Test
    void steps_that_were_past_when_it_was_imported_are_never_told_and_later_ones_are() {
        var story = Story.begin().withTheGroup().at("2025-10-10T08:00:00Z");

        story.tell("deadline.opened", imported("2025-10-10T07:30:00Z"));

        assertThat(story.at("2025-10-14T03:59:00Z").post()).isEmpty();
        assertThat(story.at("2025-10-14T06:00:00Z").post()).containsExactlyInAnyOrder("ayesha T-3", "zuhair T-3");
    }

    @Test
    void a_step_between_the_import_and_the_news_of_it_is_made_up_for() {
        var story = Story.begin().withTheGroup().at("2025-10-10T08:00:00Z");

        story.tell("deadline.opened", imported("2025-10-08T00:00:00Z"));

        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7");
    }

    @Test
    void one_that_was_over_by_then_is_not_told_at_all_and_its_plan_says_so() {
        var story = Story.begin().withTheGroup().at("2025-10-20T08:00:00Z");

        story.tell("deadline.opened", imported("2025-10-20T07:30:00Z"));

        asRegistrar()
                .get("/api/v1/alert-plans/" + story.id("d001"))
                .then()
                .body("steps", empty())
                .body("notTold", hasSize(2))
                .body("notTold.because", contains(startsWith("the day had passed"), startsWith("the day had passed")));
        assertThat(story.at("2026-06-01T00:00:00Z").post()).isEmpty();
    }

    @Test
    void one_that_was_over_is_told_when_it_moves_to_a_day_to_come() {
        var story = Story.begin().withTheGroup().at("2025-10-20T08:00:00Z");
        story.tell("deadline.opened", imported("2025-10-20T07:30:00Z"));

        story.tell("deadline.rescheduled", imported("2025-10-20T07:30:00Z").andThen(deadline -> deadline.put(
                        "lastDay", "2025-11-10")
                .put("dueAt", "2025-11-10T22:00:00Z")
                .put("scheduledAt", "2025-10-20T08:00:00Z")));

        assertThat(story.at("2025-10-27T08:00:00Z").post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14");
    }

    private static Consumer<ObjectNode> imported(String at) {
        return deadline -> ((ObjectNode) deadline.get("origin")).put("importedAt", at);
    }
}
