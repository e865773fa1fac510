package org.moutracker.notifications.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.sql.Sql;

/** A letter is withdrawn at the moment when somebody is about to send it. */
@NotificationsTest
class WithdrawnWhileSentTest {

    private static final String NEVER_HEARD_OF = "state = 'RETRY_WAIT', next_attempt_at = now() + interval '1 hour'";
    private static final String SENDING =
            "state = 'SENDING', next_attempt_at = NULL, lease_until = now() + interval '1 hour'";

    @Inject
    Sql sql;

    @Test
    void whoever_claims_it_first_is_seen_and_its_withdrawal_follows() {
        var story = MeetingStory.begin().convened();
        story.change(NEVER_HEARD_OF, "true");
        story.forgetAttempts();

        QuarkusTransaction.begin();
        story.change(SENDING, "true");
        var told = CompletableFuture.runAsync(() -> story.tell(
                "cancelled", meeting -> meeting.put("status", "CANCELLED").put("sequence", 1)));
        await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
        QuarkusTransaction.commit();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "CANCEL 1"));
        story.change("state = 'UNCERTAIN'", "letter.kind = 'REQUEST'");
        told.join();
    }

    @Test
    void what_could_not_be_called_back_and_did_not_arrive_is_not_sent_again() {
        var story = MeetingStory.begin().convened();
        story.change("state = 'UNCERTAIN', next_attempt_at = NULL", "true");
        story.tell("changed", meeting -> meeting.put("place", "Lahore").put("sequence", 1));
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "REQUEST 1");

        story.change("state = 'RETRY_WAIT', lease_until = NULL, next_attempt_at = now()", "letter.sequence = 0");

        await().untilAsserted(
                        () -> assertThat(story.deliveries("f001")).containsExactly("CLOSED SUPERSEDED", "ACCEPTED"));
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "REQUEST 1");
    }

    private boolean somebodyWaits() {
        return sql.query(
                                "SELECT count(*) AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
                                row -> row.getInt("waiting"))
                        .getFirst()
                > 0;
    }
}
