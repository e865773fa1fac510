package org.moutracker.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.moutracker.notifications.Api.asRegistrar;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Preferring;
import org.moutracker.notifications.Story;

/** When Ayesha is not written to; her steps come at nine in Karachi, which is 04:00Z. */
@NotificationsTest
class QuietHoursStoryTest {

    private static final String UNTIL_TEN = "{\"from\": \"08:00\", \"to\": \"10:00\"}";

    @Test
    void a_mail_waits_until_they_are_over_and_the_alert_is_there_at_once() {
        var story = Story.begin().withEverybody();
        Preferring.says(story, "f001", Preferring.quiet(UNTIL_TEN));

        story.at("2025-10-03T04:00:00Z");

        assertThat(ayesha(story)).isEmpty();
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACTIVE");
        asRegistrar()
                .get("/api/v1/deliveries?recipient={id}", story.id("f001"))
                .then()
                .statusCode(200)
                .body("items.waitsFor", hasItem("QUIET_HOURS"));
        assertThat(ayesha(story.at("2025-10-03T04:59:59Z"))).isEmpty();
        assertThat(ayesha(story.at("2025-10-03T05:00:00Z"))).containsExactly("T-14");
        assertThat(ayesha(story.at("2025-10-04T05:00:00Z"))).containsExactly("T-14");
    }

    @Test
    void what_is_mandatory_goes_at_once_when_it_would_be_too_late_at_their_end() {
        var story = Story.begin().withEverybody();
        Preferring.says(
                story, "f001", Preferring.quiet("{\"from\": \"00:00\", \"to\": \"09:00\", \"days\": [\"FRIDAY\"]}"));

        // A Friday, and there is time: until Saturday at nine.
        assertThat(ayesha(story.at("2025-10-10T04:00:00Z"))).isEmpty();
        assertThat(ayesha(story.at("2025-10-11T04:00:00Z"))).containsExactly("T-7");
        story.at("2025-10-14T04:00:00Z").at("2025-10-16T04:00:00Z");
        // The last day ends in the night to Saturday.
        assertThat(ayesha(story.at("2025-10-17T04:00:00Z"))).endsWith("T-1", "T-0");
    }

    @Test
    void what_is_not_true_at_their_end_is_not_told() {
        var story = Story.begin().withEverybody();
        Preferring.says(story, "f001", Preferring.quiet(UNTIL_TEN));
        story.at("2025-10-03T04:00:00Z");

        story.tell("deadline.met");

        assertThat(ayesha(story.at("2025-10-03T05:00:00Z"))).isEmpty();
        assertThat(story.deliveries()).contains("CLOSED CANCELLED");
    }

    @Test
    void neither_news_of_the_person_nor_the_end_of_a_hold_lets_go_what_waits_for_the_morning() {
        var story = Story.begin().withEverybody();
        Preferring.says(story, "f001", Preferring.quiet(UNTIL_TEN));
        story.at("2025-10-03T04:00:00Z");

        story.tell("person.changed", person -> person.put("name", "Ayesha K. Khan"));
        var hold = asRegistrar()
                .contentType("application/json")
                .body("{\"scope\": \"AGREEMENT\", \"agreementId\": \"%s\", \"reason\": \"Asked for\"}"
                        .formatted(story.id("a001")))
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        asRegistrar()
                .contentType("application/json")
                .body("{\"reason\": \"Over\"}")
                .post("/api/v1/holds/{id}/release", hold)
                .then()
                .statusCode(200);
        story.settle();

        assertThat(ayesha(story)).isEmpty();
        assertThat(ayesha(story.at("2025-10-03T05:00:00Z"))).containsExactly("T-14");
    }

    @Test
    void of_what_has_waited_the_latest_step_alone_is_told() {
        var story = Story.begin().withEverybody();
        Preferring.says(story, "f001", Preferring.quiet("{\"days\": [\"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\"]}"));

        story.at("2025-10-14T04:00:00Z").at("2025-10-16T04:00:00Z");
        assertThat(ayesha(story)).isEmpty();

        assertThat(ayesha(story.at("2025-10-16T19:00:00Z"))).containsExactly("T-1");
        assertThat(story.deliveries()).contains("CLOSED SUPERSEDED");
    }

    @Test
    void who_wants_other_hours_is_written_to_by_those_from_then_on() {
        var story = Story.begin().withEverybody();
        Preferring.says(story, "f001", Preferring.quiet(UNTIL_TEN));
        story.at("2025-10-03T04:00:00Z");

        Preferring.says(story, "f001", Preferring.quiet("{\"from\": \"08:00\", \"to\": \"12:00\"}"));
        assertThat(ayesha(story.at("2025-10-03T05:00:00Z"))).isEmpty();
        Preferring.says(story, "f001", Preferring.nothing());

        assertThat(ayesha(story)).containsExactly("T-14");
    }

    @Test
    void what_the_hours_kept_back_waits_for_the_digest_when_one_is_wished_for() {
        var story = Story.begin().withEverybody();
        Preferring.says(story, "f001", Preferring.quiet(UNTIL_TEN));
        story.at("2025-10-03T04:00:00Z");

        Preferring.says(story, "f001", Preferring.quiet(UNTIL_TEN, Preferring.daily("18:00")));

        assertThat(ayesha(story.at("2025-10-03T05:00:00Z"))).isEmpty();
        assertThat(ayesha(story.at("2025-10-03T13:00:00Z"))).singleElement().isNotEqualTo("T-14");
    }

    private static List<String> ayesha(Story story) {
        return story.post().stream()
                .filter(mail -> mail.startsWith("ayesha "))
                .map(mail -> mail.substring("ayesha ".length()))
                .toList();
    }
}
