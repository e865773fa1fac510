package org.moutracker.notifications.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;

/** Who has not confirmed his address is invited once he has, to the meeting as it is then. */
@NotificationsTest
class InvitationsWaitForAddressTest {

    @Test
    void who_confirms_is_invited_once_to_the_meeting_as_it_is_then() {
        var story = MeetingStory.beginUnheard();
        story.story.thatNobodyConfirms().withTheGroup();
        story.convened().moved();
        assertThat(story.post("ayesha")).isEmpty();

        story.story.confirmAll();

        assertThat(story.post("ayesha")).containsExactly("REQUEST 1");
        story.story.confirmAll();
        assertThat(story.post("ayesha")).containsExactly("REQUEST 1");
    }

    @Test
    void nobody_is_told_of_what_was_called_off_meanwhile() {
        var story = MeetingStory.beginUnheard();
        story.story.thatNobodyConfirms().withTheGroup();
        story.convened().cancelled();

        story.story.confirmAll();

        assertThat(story.post("ayesha")).isEmpty();
    }

    @Test
    void a_letter_of_which_nobody_knew_whether_it_arrived_when_the_address_changed_waits_for_the_new_one() {
        var story = MeetingStory.begin().convened();
        story.change("state = 'UNCERTAIN', next_attempt_at = NULL", "person_id = '" + story.story.id("f001") + "'");
        story.forgetAttempts();
        story.story.thatNobodyConfirms();
        story.story.tell("person.changed", person -> person.put("email", story.story.mailbox("ayesha.khan")));

        story.change(
                "state = 'RETRY_WAIT', lease_until = NULL, next_attempt_at = now()",
                "person_id = '" + story.story.id("f001") + "'");
        await().atMost(Duration.ofSeconds(20)).until(() -> story.count("delivery.next_attempt_at = 'infinity'") == 1);
        assertThat(story.post("ayesha.khan")).isEmpty();

        story.story.confirmAll();

        await().untilAsserted(() -> assertThat(story.post("ayesha.khan")).contains("REQUEST 0"));
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0");
    }
}
