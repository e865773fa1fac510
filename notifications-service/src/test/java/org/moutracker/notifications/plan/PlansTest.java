package org.moutracker.notifications.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class PlansTest {

    private static final Instant SOON = Instant.parse("2025-09-20T04:00:00Z");

    @Inject
    Sql sql;

    @Inject
    Plans plans;

    /** Else what somebody's word brings back would count for news that was told long ago, and wait for its release. */
    @Test
    void what_is_looked_at_since_somebody_said_something_is_not_due_to_news() {
        assertThat(causeAfterLookingAt("next_fire_at")).isEqualTo("none");
    }

    @Test
    void what_news_has_made_due_and_nobody_has_looked_at_yet_stays_due_to_it() {
        assertThat(causeAfterLookingAt("'epoch'")).isEqualTo("news");
    }

    private String causeAfterLookingAt(String nextFireAt) {
        var story = Story.begin().withEverybody();
        var deadline = UUID.fromString(story.id("d001"));
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update(
                    "UPDATE plan SET cause = 'news', next_fire_at = %s WHERE deadline_id = ?".formatted(nextFireAt),
                    deadline);
            plans.lookAt(deadline, SOON);
            var cause = sql.query(
                            "SELECT coalesce(cause, 'none') AS cause FROM plan WHERE deadline_id = ?",
                            row -> String.valueOf(row.getString("cause")),
                            deadline)
                    .getFirst();
            sql.update("UPDATE plan SET cause = NULL WHERE deadline_id = ?", deadline);
            return cause;
        });
    }
}
