package org.moutracker.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
@Tag("extended")
class DeliveryFaultsTest {

    // Far less than a mail server needs to start.
    private static final Duration SOON = Duration.ofMillis(20);

    @Inject
    Sql sql;

    @Test
    void a_mail_server_that_is_away_delays_by_seconds_and_neither_loses_nor_doubles() {
        var story = Story.begin().withEverybody();
        takeTheServerAway();

        TestStack.clock().set(java.time.Instant.parse("2025-10-03T04:00:00Z"));

        // It comes back within a second, so it is taken away again and again until it was missed.
        await().atMost(Duration.ofSeconds(60)).pollInterval(SOON).until(() -> {
            takeTheServerAway();
            return story.attempts().contains("UNREACHABLE");
        });
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(story.post())
                .containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14"));
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED"));
        assertThat(story.attempts())
                .contains("UNREACHABLE")
                .filteredOn("ACCEPTED"::equals)
                .hasSize(2);
    }

    @Test
    void a_reminder_over_which_the_sender_died_is_held() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        dieOver(story);

        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("UNCERTAIN", "UNCERTAIN"));
        assertThat(story.attempts()).containsExactlyInAnyOrder("ACCEPTED", "ACCEPTED", "UNKNOWN", "UNKNOWN");
        assertThat(story.at("2025-10-10T04:00:00Z").post())
                .containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14", "ayesha T-7", "zuhair T-7");
    }

    @Test
    void the_last_reminder_over_which_the_sender_died_is_sent_again_as_the_same_message() {
        var story = Story.begin().withEverybody().at("2025-10-17T04:00:00Z");
        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-0", "zuhair T-0");

        dieOver(story);

        await().untilAsserted(() -> assertThat(story.mails()).hasSize(4));
        var messages = story.mails().stream()
                .map(mail ->
                        mail.header("Message-ID") + mail.header("Date") + mail.subject() + mail.text() + mail.html())
                .distinct();
        assertThat(messages).hasSize(2);
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED"));
    }

    @Test
    void what_waits_is_cancelled_when_the_deadline_is_met() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        change(story, "state = 'RETRY_WAIT', next_attempt_at = now() + interval '1 hour'");

        story.tell("deadline.met");

        assertThat(story.deliveries()).containsExactly("CLOSED CANCELLED", "CLOSED CANCELLED");
    }

    @Test
    void a_reminder_that_waited_too_long_expires_with_the_day() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        change(story, "state = 'RETRY_WAIT', next_attempt_at = now() + interval '2 seconds'");
        TestStack.clock().set(java.time.Instant.parse("2025-10-17T21:00:00Z"));

        await().untilAsserted(() -> assertThat(story.deliveries())
                .filteredOn("CLOSED EXPIRED"::equals)
                .hasSize(2));
        assertThat(story.post()).filteredOn(mail -> mail.endsWith("T-14")).hasSize(2);
    }

    private static void takeTheServerAway() {
        TestStack.process("mail").ifPresent(server -> {
            server.destroyForcibly();
            await().pollInterval(SOON).until(() -> !server.isAlive());
        });
    }

    /** As a sender leaves it that is killed after the server had the message and before this was written down. */
    private void dieOver(Story story) {
        change(story, "state = 'SENDING', lease_until = clock_timestamp() - interval '1 second'");
    }

    private void change(Story story, String change) {
        sql.update(
                "UPDATE delivery SET " + change + " FROM (SELECT id FROM alert WHERE deadline_id = ?) AS of_story"
                        + " WHERE alert_id = of_story.id",
                UUID.fromString(story.id("d001")));
    }
}
