package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.platform.testing.EventSamples;

/** Events may come twice, late and in any order: the alerts are the same. */
@NotificationsTest
@Tag("extended")
class AnyOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_order_and_repetition_before_the_steps_gives_the_same_alerts(long seed) {
        var story = Story.begin();

        story.send(shuffled(events(story), seed));

        for (var moment : List.of(
                "2025-10-02T06:00:00Z",
                "2025-10-03T04:00:00Z",
                "2025-10-16T06:00:00Z",
                "2025-10-17T04:00:00Z",
                "2025-10-31T07:00:00Z",
                "2025-11-01T04:00:00Z",
                "2025-11-03T04:00:00Z")) {
            story.at(moment);
        }
        assertThat(story.alerts())
                .containsExactly(
                        "PK T-14 plan 2 ACTIVE",
                        "PK T-0 plan 2 ACTIVE",
                        "PK T+1 plan 2 ACTIVE",
                        "PS T-14 plan 2 ACTIVE",
                        "PS T-0 plan 2 ACTIVE",
                        "PS T+1 plan 2 ACTIVE");
        assertThat(story.post()).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_order_after_a_step_has_passed_still_tells_everybody_that_step_once(long seed) {
        var story = Story.begin();
        var events = new ArrayList<>(events(story));
        events.removeLast();
        story.at("2025-10-11T12:00:00Z");

        for (var event : shuffled(events, seed)) {
            story.send(event);
        }

        assertThat(story.alerts()).containsExactly("PK T-7 plan 1 ACTIVE", "PS T-7 plan 1 ACTIVE");
        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_order_of_what_happens_after_somebody_was_told_ends_it_alike_and_tells_nobody(long seed) {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14");
        var events = List.of(
                story.event("agreement.changed", agreement -> {}),
                story.event("working-group.constituted", group -> {}),
                story.event("person.changed", person -> {}),
                story.event("deadline.rescheduled", deadline -> {}),
                story.event("deadline.met", afterMoves(2)));

        for (var event : shuffled(events, seed)) {
            story.send(event);
        }
        story.afterAWhile();

        assertThat(story.alerts())
                .containsExactly("PK T-14 plan 1 ENDED SUPERSEDED", "PS T-14 plan 1 ENDED SUPERSEDED");
        assertThat(story.at("2025-12-01T00:00:00Z").post()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void in_any_order_those_who_were_told_hear_once_that_nothing_is_due_any_more(long seed) {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        var events = List.of(
                story.event("agreement.changed", agreement -> {}),
                story.event("person.changed", person -> {}),
                story.event("deadline.rescheduled", deadline -> {}),
                story.event("deadline.cancelled", afterMoves(2)));

        for (var event : shuffled(events, seed)) {
            story.send(event);
        }
        story.afterAWhile();

        assertThat(story.alerts())
                .containsExactlyInAnyOrder(
                        "PK T-14 plan 1 ENDED SUPERSEDED",
                        "PK OVER plan 2 ACTIVE",
                        "PS T-14 plan 1 ENDED SUPERSEDED",
                        "PS OVER plan 2 ACTIVE");
        assertThat(story.at("2025-12-01T00:00:00Z").post())
                .containsExactlyInAnyOrder(
                        "ayesha T-14", "zuhair T-14", "ayesha Not due any more", "zuhair Not due any more");
        var because = EventSamples.sample("mou.deadline.cancelled.v1")
                .at("/data/change/cause")
                .asText();
        assertThat(story.mails().getLast().text()).contains("Because: " + because, "Before: Friday, 17 October 2025");
    }

    /** As it is when it ended after its days had moved so often. */
    private static Consumer<ObjectNode> afterMoves(int schedule) {
        return deadline -> deadline.put("scheduleNo", schedule)
                .put("lastDay", "2025-10-31")
                .put("dueAt", "2025-10-31T22:00:00Z");
    }

    private static List<JsonNode> events(Story story) {
        return List.of(
                story.event("agreement.signed", agreement -> {}),
                story.event("agreement.entered-into-force", agreement -> {}),
                story.event("person.changed", person -> {}),
                story.event("person.changed", story::zuhair),
                story.event("working-group.mandated", group -> {}),
                story.event("working-group.constituted", group -> group.put("status", "FORMING")),
                story.event("deadline.opened", deadline -> {}),
                story.event("deadline.rescheduled", deadline -> {}));
    }

    /** In the seed's order, with some of them twice. */
    private static JsonNode[] shuffled(List<JsonNode> events, long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled.toArray(JsonNode[]::new);
    }
}
