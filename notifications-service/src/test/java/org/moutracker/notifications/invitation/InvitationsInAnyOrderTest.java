package org.moutracker.notifications.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.NotificationsTest;

/** Events may come twice, late and in any order: calendars show the same, and nobody is told anything twice. */
@NotificationsTest
@Tag("extended")
class InvitationsInAnyOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_order_and_repetition_of_what_an_invitation_needs_invites_once(long seed) {
        var story = MeetingStory.beginUnheard();
        var events = new ArrayList<>(around(story));
        events.add(story.event("planned", meeting -> {}));
        events.add(story.event("convened", meeting -> meeting.put("status", "CONVENED")));

        for (var event : shuffled(events, seed)) {
            story.story.send(event);
        }

        for (var person : List.of("ayesha", "zuhair")) {
            assertThat(story.post(person)).containsExactly("REQUEST 0");
            assertThat(MeetingStory.calendar(story.last(person))
                            .getEvents()
                            .getFirst()
                            .getSummary()
                            .getValue())
                    .isEqualTo("First meeting – Pakistan–Palestine Health Working Group");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_was_heard_of_a_meeting_on_the_way_calendars_end_with_what_it_is(long seed) {
        var story = MeetingStory.beginUnheard();
        var events = new ArrayList<>(around(story));
        events.add(story.event("convened", meeting -> meeting.put("status", "CONVENED")));
        events.add(
                story.event("changed", meeting -> meeting.put("place", "Lahore").put("sequence", 1)));
        events.add(story.event(
                "postponed", meeting -> meeting.put("status", "POSTPONED").put("sequence", 2)));
        events.add(story.event("convened", meeting -> meeting.put("status", "CONVENED")
                .put("startsAt", "2025-12-01T05:00:00Z")
                .put("endsAt", "2025-12-01T09:00:00Z")
                .put("sequence", 3)));

        for (var event : shuffled(events, seed)) {
            story.story.send(event);
        }

        for (var person : List.of("ayesha", "zuhair")) {
            assertThat(story.post(person)).endsWith("REQUEST 3").doesNotHaveDuplicates();
            assertThat(story.post(person).stream().map(one -> one.split(" ", -1)[1]))
                    .as("each is newer than the one before")
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static List<JsonNode> around(MeetingStory story) {
        return List.of(
                story.story.event("agreement.entered-into-force", agreement -> {}),
                story.story.event("person.changed", person -> {}),
                story.story.event("person.changed", story.story::zuhair),
                story.story.event("working-group.mandated", group -> {}),
                story.story.event("working-group.constituted", group -> {}));
    }

    /** In the seed's order, with some of them twice. */
    private static List<JsonNode> shuffled(List<JsonNode> events, long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
