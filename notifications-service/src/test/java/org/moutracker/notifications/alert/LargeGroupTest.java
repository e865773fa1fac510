package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class LargeGroupTest {

    private static final int MORE = FireAlerts.PORTION + 50;

    @Inject
    Sql sql;

    @Test
    void each_member_of_a_very_large_group_is_told_once_of_what_is_true() {
        var story = Story.begin().withTheGroup();
        join(story);
        story.tell("deadline.opened");
        story.tell("deadline.opened", deadline -> {
            deadline.put("id", UUID.randomUUID().toString());
            deadline.put("title", "Another deadline of the same day");
        });

        story.at("2025-10-03T12:00:00Z");

        assertThat(told(story)).containsExactly(MORE + 2L, MORE + 2L);
        assertThat(story.post()).contains("ayesha T-14", "zuhair T-14");
    }

    /** Of each deadline of the story, to how many people its own title was told by an alert and its event. */
    private List<Long> told(Story story) {
        return sql.query("""
                SELECT count(DISTINCT recipient_id) AS people, count(*) AS alerts FROM alert
                JOIN deadline ON deadline.id = deadline_id AND content ->> 'title' = deadline.state ->> 'title'
                WHERE alert.working_group_id = ?::uuid GROUP BY deadline_id
                HAVING count(DISTINCT recipient_id) = count(*)
                """, row -> row.getLong("alerts"), story.id("e001"));
    }

    private void join(Story story) {
        sql.update("""
                WITH people AS (
                    INSERT INTO recipient (id, name) SELECT uuidv7(), 'Member ' || number FROM generate_series(1, ?) AS number
                    RETURNING id)
                INSERT INTO member (id, group_id, person_id, party, side, role, since)
                SELECT uuidv7(), ?::uuid, id, 'PK', 'PK', 'MEMBER', '2025-01-01T00:00:00Z' FROM people
                """, MORE, story.id("e001"));
    }
}
