package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class MovedDatesTest {

    @Inject
    Sql sql;

    @Inject
    TellMoves tellMoves;

    @Test
    void who_was_told_is_told_once_that_the_date_has_moved_from_when_to_when_and_why() {
        var story = told();

        story.tell("deadline.rescheduled");
        assertThat(moves(story)).isEmpty();
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2);
        var mail = moves(story).getFirst();
        assertThat(mail.subject())
                .isEqualTo(
                        "Moved: Establish the Pakistan–Palestine Health Working Group – now due Friday, 31 October 2025");
        for (var part : new String[] {requireNonNull(mail.text()), plain(requireNonNull(mail.html()))}) {
            assertThat(part)
                    .contains("A date of which you were told has moved.")
                    .contains("Because: extended: both sides agreed by exchange of notes")
                    .contains("Establish the Pakistan–Palestine Health Working Group")
                    .contains("PK-PS-2025-HEALTH")
                    .contains("Before: Friday, 17 October 2025")
                    .contains("Now: Friday, 31 October 2025")
                    .contains("because you were told of the day before");
        }
        assertThat(story.alerts())
                .contains("PK CHANGED plan 2 ACTIVE", "PS CHANGED plan 2 ACTIVE")
                .hasSize(4);
    }

    @Test
    void who_was_told_nothing_is_told_nothing_of_a_move() {
        var story = Story.begin().withEverybody();

        story.tell("deadline.rescheduled");
        story.afterAWhile();

        assertThat(story.mails()).isEmpty();
    }

    @Test
    void a_reminder_that_still_waited_counts_as_told_and_is_replaced_by_the_notice() {
        var story = told();
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM alert WHERE alert.id = alert_id AND deadline_id = ?::uuid
                """, story.id("d001"));

        story.tell("deadline.rescheduled");
        story.afterAWhile();

        assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED", "CLOSED CANCELLED", "CLOSED CANCELLED");
    }

    @Test
    void three_moves_within_minutes_are_one_from_the_first_day_to_the_last() {
        var story = told();

        story.send(moved(story, 2, "2025-10-31", "first"));
        story.send(moved(story, 3, "2025-11-07", "second"));
        story.send(moved(story, 4, "2025-11-14", "third"));
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2).allSatisfy(mail -> assertThat(mail.text())
                .contains("Because: third", "Before: Friday, 17 October 2025", "Now: Friday, 14 November 2025")
                .doesNotContain("first", "second"));
        assertThat(story.post().stream().filter(mail -> mail.endsWith(" Moved")))
                .as("one to each")
                .containsExactlyInAnyOrder("ayesha Moved", "zuhair Moved");
    }

    @Test
    void who_hears_only_the_last_of_several_moves_tells_the_same() {
        var story = told();

        story.send(moved(story, 4, "2025-11-14", "third"));
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2).allSatisfy(mail -> assertThat(mail.text())
                .contains("Because: third", "Before: Friday, 17 October 2025", "Now: Friday, 14 November 2025"));
    }

    @Test
    void a_date_that_is_back_where_it_was_has_not_moved() {
        var story = told();

        story.send(moved(story, 2, "2025-10-31", "there"));
        story.send(moved(story, 3, "2025-10-17", "and back"));
        story.afterAWhile();

        assertThat(moves(story)).isEmpty();
    }

    @Test
    void the_next_move_begins_on_the_day_that_was_told_last() {
        var story = told();
        story.send(moved(story, 2, "2025-10-31", "first"));
        story.afterAWhile();

        story.send(moved(story, 3, "2025-11-14", "second"));
        story.afterAWhile();

        assertThat(moves(story)).hasSize(4);
        assertThat(moves(story).getLast().text())
                .contains("Because: second", "Before: Friday, 31 October 2025", "Now: Friday, 14 November 2025");
        assertThat(story.alerts()).contains("PK CHANGED plan 2 ENDED SUPERSEDED", "PK CHANGED plan 3 ACTIVE");
    }

    @Test
    void a_date_that_is_not_known_any_more_is_told_so() {
        var story = told();

        story.tell("deadline.rescheduled", deadline -> {
            deadline.put("status", "AWAITING_ANCHOR").putNull("lastDay").putNull("dueAt");
            deadline.withObject("change").putNull("to").put("cause", "the statement was withdrawn");
        });
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).endsWith("its day is not known any more");
            assertThat(mail.text())
                    .contains("the statement was withdrawn", "Before: Friday, 17 October 2025", "Now: not known");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "waived"})
    void what_is_over_before_the_notice_goes_drops_out(String event) {
        var story = told();

        story.tell("deadline.rescheduled");
        story.tell("deadline." + event);
        story.afterAWhile();

        assertThat(moves(story)).isEmpty();
    }

    @Test
    void a_notice_that_waits_is_cancelled_when_nothing_that_it_tells_stands_any_more() {
        var story = told();
        var other = another(story);
        story.tell("deadline.rescheduled");
        story.send(moved(story, other, 2, "2025-10-31", "because"));
        story.afterAWhile();
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM alert WHERE alert.id = alert_id AND level = 'CHANGED' AND agreement_id = ?::uuid
                """, story.id("a001"));

        story.tell("deadline.met");
        assertThat(notices(story)).containsExactly("RETRY_WAIT", "RETRY_WAIT");
        story.send(story.event("deadline.met", deadline -> deadline.put("id", other)));

        assertThat(notices(story)).containsExactly("CLOSED CANCELLED", "CLOSED CANCELLED");
    }

    @Test
    void who_has_left_meanwhile_is_not_told() {
        var story = told();

        story.tell("deadline.rescheduled");
        story.tell(
                "working-group.constituted", group -> group.withArray("members").remove(1));
        story.afterAWhile();

        assertThat(story.post()).contains("ayesha Moved").doesNotContain("zuhair Moved");
    }

    @Test
    void who_is_erased_meanwhile_is_not_told() {
        var story = told();

        story.tell("deadline.rescheduled");
        story.erase("f001");
        story.afterAWhile();

        assertThat(story.post()).contains("zuhair Moved").doesNotContain("ayesha Moved");
    }

    @Test
    void several_dates_of_one_person_are_one_mail_by_their_causes_and_each_shows_it() {
        var story = Story.begin().withEverybody();
        var other = another(story);
        var third = another(story);
        story.at("2025-10-03T04:00:00Z");

        story.send(
                moved(story, story.id("d001"), 2, "2025-11-14", "the holidays were announced"),
                moved(story, other, 2, "2025-10-31", "the holidays were announced"),
                moved(story, third, 2, "2025-11-07", "extended"));
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Moved: 3 dates");
            assertThat(mail.text())
                    .containsSubsequence(
                            "Because: the holidays were announced",
                            "Now: Friday, 31 October 2025",
                            "Now: Friday, 14 November 2025",
                            "Because: extended",
                            "Now: Friday, 7 November 2025")
                    .containsOnlyOnce("the holidays were announced");
        });
        for (var deadline : new String[] {story.id("d001"), other, third}) {
            asRegistrar()
                    .get("/api/v1/alerts?deadline={id}&recipient={person}&state=ACTIVE", deadline, story.id("f001"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].level", equalTo("CHANGED"))
                    .body("items[0].step", equalTo(null))
                    .body("items[0].moved.from", equalTo("2025-10-17"))
                    .body("items[0].deliveries.state", contains("ACCEPTED"))
                    .body("items[0].deliveries[0].attempts.outcome", everyItem(equalTo("ACCEPTED")));
        }
    }

    @Test
    @Tag("extended")
    void a_mail_lists_two_hundred_dates_and_says_how_many_more() {
        var story = Story.begin().withEverybody();
        var all = Stream.generate(() -> UUID.randomUUID().toString()).limit(250).toList();
        story.at("2025-10-03T04:00:00Z");
        copies(story, all);

        story.send(all.stream()
                .map(id -> moved(story, id, 2, "2025-10-31", "a revision"))
                .toArray(JsonNode[]::new));
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Moved: 250 dates");
            assertThat(requireNonNull(mail.text()).split("Now: ", -1)).hasSize(201);
            assertThat(mail.text()).contains("And 50 more");
        });
    }

    @Test
    void the_same_event_again_and_an_older_one_later_tell_nothing() {
        var story = told();
        var older = moved(story, 2, "2025-10-31", "older");
        var newer = moved(story, 3, "2025-11-14", "newer");
        story.send(newer);
        story.afterAWhile();
        assertThat(moves(story)).hasSize(2);

        story.send(newer);
        story.send(older);
        story.tell("deadline.changed", deadline -> deadline.put("lastDay", "2025-11-14")
                .put("dueAt", "2025-11-14T22:00:00Z")
                .put("scheduleNo", 3));
        story.afterAWhile();

        assertThat(moves(story)).hasSize(2);
        assertThat(sql.query(
                        "SELECT 1 AS one FROM moved WHERE deadline_id = ?::uuid",
                        row -> row.getInt("one"),
                        story.id("d001")))
                .isEmpty();
    }

    @Test
    void who_dies_over_the_notice_has_told_nothing_and_it_is_told_once() {
        var story = told();
        story.tell("deadline.rescheduled");

        QuarkusTransaction.begin();
        sql.update(
                "UPDATE moved SET since = since - interval '5 minutes' WHERE deadline_id = ?::uuid", story.id("d001"));
        assertThat(tellMoves.tell()).isTrue();
        assertThat(story.alerts()).contains("PK CHANGED plan 2 ACTIVE");
        QuarkusTransaction.rollback();
        assertThat(story.alerts()).doesNotContain("PK CHANGED plan 2 ACTIVE");
        story.afterAWhile();

        assertThat(story.alerts()).contains("PK CHANGED plan 2 ACTIVE");
        assertThat(moves(story)).hasSize(2);
    }

    /** Everybody was told T-14 of 17 October. */
    private static Story told() {
        return Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
    }

    private static JsonNode moved(Story story, int schedule, String to, String cause) {
        return moved(story, story.id("d001"), schedule, to, cause);
    }

    private static JsonNode moved(Story story, String id, int schedule, String to, String cause) {
        return story.event("deadline.rescheduled", deadline -> {
            deadline.put("id", id)
                    .put("lastDay", to)
                    .put("dueAt", to + "T22:00:00Z")
                    .put("scheduleNo", schedule);
            deadline.withObject("change")
                    .put("to", to)
                    .put("from", "2000-01-01")
                    .put("cause", cause);
        });
    }

    private static String another(Story story) {
        var id = UUID.randomUUID().toString();
        story.tell("deadline.opened", deadline -> deadline.put("id", id));
        return id;
    }

    /** Deadlines like the one of the story, of which as much was told. */
    private void copies(Story story, List<String> ids) {
        for (var copy : new String[] {
            """
            INSERT INTO deadline SELECT copy::uuid, agreement_id, working_group_id, status, state
            FROM deadline, unnest(?) AS copy WHERE id = ?::uuid
            """, """
            INSERT INTO plan SELECT copy::uuid, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at
            FROM plan, unnest(?) AS copy WHERE deadline_id = ?::uuid
            """, """
            WITH told AS (
                INSERT INTO alert SELECT gen_random_uuid(), copy::uuid, agreement_id, working_group_id, plan_no, step, level,
                    recipient_id, party, role, zone, state, ended_because, fire_at, fired_at, ended_at, expires_at, repeats,
                    content
                FROM alert, unnest(?) AS copy WHERE deadline_id = ?::uuid RETURNING id)
            INSERT INTO delivery (id, alert_id, channel, state) SELECT gen_random_uuid(), id, 'MAIL', 'ACCEPTED' FROM told
            """,
        }) {
            sql.update(copy, Column.texts(ids), story.id("d001"));
        }
    }

    private static List<ReceivedMail> moves(Story story) {
        return story.mails().stream()
                .filter(mail -> mail.subject().startsWith("Moved: "))
                .toList();
    }

    private List<String> notices(Story story) {
        return sql.query("""
                SELECT concat_ws(' ', delivery.state, closed_because) AS became
                FROM delivery JOIN alert ON alert.id = alert_id WHERE agreement_id = ?::uuid AND level = 'CHANGED'
                """, row -> String.valueOf(row.getString("became")), story.id("a001"));
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", "").replace("&amp;", "&");
    }
}
