package org.moutracker.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Preferring;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** What Ayesha gets once a day or a week; her T-14 is on Friday 2025-10-03 at 04:00Z, at nine in Karachi. */
@NotificationsTest
class DigestStoryTest {

    private static final String EVENING = Preferring.daily("18:00");

    @Inject
    Sql sql;

    @Test
    void what_can_wait_is_told_once_in_the_digest_of_the_day_and_nothing_is_sent_when_there_is_nothing() {
        var story = gathering(EVENING);

        assertThat(ayesha(story.at("2025-10-03T04:00:00Z"))).isEmpty();
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACTIVE");
        assertThat(ayesha(story.at("2025-10-03T12:59:59Z"))).isEmpty();

        var digest = digests(story.at("2025-10-03T13:00:00Z")).getFirst();

        assertThat(digest.subject()).isEqualTo("What is due on Friday, 3 October 2025: one deadline – MoU Tracker");
        for (var part : new String[] {digest.text(), digest.html()}) {
            assertThat(part)
                    .contains("Dear Ayesha Khan,")
                    .contains("Establish the Pakistan–Palestine Health Working Group")
                    .contains("T-14")
                    .contains("Friday, 17 October 2025, in 14 days")
                    .contains("PK-PS-2025-HEALTH")
                    .contains("/opt-outs/" + story.id("f001") + "/DIGEST/");
        }
        assertThat(digest.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(digest.header("Content-Language")).isEqualTo("en");
        assertThat(digest.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED DIGESTED");
        assertThat(ayesha(story.at("2025-10-04T13:00:00Z").at("2025-10-05T13:00:00Z")))
                .hasSize(1);
    }

    @Test
    void a_digest_of_the_week_tells_the_latest_step_and_what_is_mandatory_comes_alone() {
        var story = gathering(Preferring.weekly("WEDNESDAY", "08:00"));

        story.at("2025-10-03T04:00:00Z").at("2025-10-08T03:00:00Z");
        assertThat(digests(story)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("T-14"));
        story.at("2025-10-10T04:00:00Z").at("2025-10-14T04:00:00Z");
        assertThat(ayesha(story)).hasSize(1);
        story.at("2025-10-15T03:00:00Z");
        assertThat(digests(story)).hasSize(2).last().satisfies(mail -> assertThat(mail.text())
                .contains("T-3")
                .doesNotContain("T-7"));
        story.at("2025-10-16T04:00:00Z").at("2025-10-17T04:00:00Z").at("2025-10-20T04:00:00Z");
        assertThat(ayesha(story)).hasSize(5).endsWith("T-1", "T-0", "T+1");
        assertThat(digests(story)).hasSize(2);
    }

    @Test
    void a_reminder_that_would_not_be_true_by_the_next_digest_comes_alone() {
        var story = gathering(Preferring.weekly("MONDAY", "08:00"));

        story.at("2025-10-13T03:00:00Z").at("2025-10-14T04:00:00Z");

        // The next Monday is after the day.
        assertThat(ayesha(story)).endsWith("T-3");
    }

    @Test
    void what_is_met_before_it_was_told_is_left_out() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z");

        story.tell("deadline.met");

        assertThat(ayesha(story.at("2025-10-03T13:00:00Z"))).isEmpty();
        assertThat(story.deliveries()).contains("CLOSED CANCELLED");
    }

    @Test
    void what_has_moved_before_it_was_told_is_left_out_and_so_is_the_move() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z");

        story.tell("deadline.rescheduled");

        assertThat(ayesha(story.afterAWhile().at("2025-10-03T13:00:00Z"))).isEmpty();
    }

    @Test
    void who_was_told_in_a_digest_is_told_at_once_when_it_moves() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z");
        assertThat(digests(story)).hasSize(1);

        story.tell("deadline.rescheduled");

        assertThat(ayesha(story.afterAWhile())).hasSize(2).last().asString().startsWith("Moved");
    }

    @Test
    void what_somebody_has_acknowledged_by_then_is_not_told() {
        var story = gathering(EVENING).at("2025-10-03T04:00:00Z");
        sql.query(
                        "SELECT id FROM alert WHERE deadline_id = ?::uuid AND party = 'PK'",
                        row -> row.getString("id"),
                        story.id("d001"))
                .forEach(alert -> asRegistrar()
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/alerts/{id}/acknowledgement", alert)
                        .then()
                        .statusCode(201));

        assertThat(ayesha(story.at("2025-10-03T13:00:00Z"))).isEmpty();
    }

    @Test
    void after_days_of_nothing_there_is_one_digest_and_not_one_for_each_day() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z");

        story.at("2025-10-08T15:00:00Z");

        assertThat(digests(story)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("in 9 days"));
        assertThat(digests(story.at("2025-10-09T13:00:00Z"))).hasSize(1);
        Preferring.shown(story, "f001").body("nextDigestAt", equalTo("2025-10-10T13:00:00Z"));
    }

    @Test
    void a_digest_over_which_the_sender_died_is_sent_again_as_the_same_message() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z");
        assertThat(digests(story)).hasSize(1);

        // As a sender leaves it that is killed after the server had the message and before this was written down.
        sql.update("""
                UPDATE delivery SET state = 'SENDING', lease_until = clock_timestamp() - interval '1 second'
                FROM digest WHERE digest.id = digest_id AND recipient_id = ?::uuid
                """, story.id("f001"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(digests(story)).hasSize(2));
        assertThat(digests(story).stream()
                        .map(mail -> mail.header("Message-ID")
                                + mail.header("Date")
                                + mail.header("List-Unsubscribe")
                                + mail.subject()
                                + mail.text()
                                + mail.html())
                        .distinct())
                .hasSize(1);
        assertThat(digests(story.at("2025-10-04T13:00:00Z"))).hasSize(2);
    }

    @Test
    void a_digest_that_never_left_gives_way_to_the_next_which_tells_what_is_so_by_then() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z");
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM digest WHERE digest.id = digest_id AND recipient_id = ?::uuid
                """, story.id("f001"));

        story.at("2025-10-04T13:00:00Z");

        assertThat(digests(story)).hasSize(2).last().satisfies(mail -> assertThat(mail.text())
                .contains("T-14")
                .contains("in 13 days"));
        assertThat(became(story)).containsExactly("ACCEPTED", "CLOSED SUPERSEDED");
    }

    @Test
    void what_is_due_until_the_next_digest_stands_in_it_unless_a_mail_told_it() {
        var story = english();
        var other = UUID.randomUUID().toString();
        story.at("2025-10-06T05:00:00Z");
        Preferring.says(story, "f001", EVENING);
        // It came by an import: its steps before are silent.
        story.tell("deadline.opened", deadline -> {
            deadline.put("id", other).put("title", "Name a liaison officer").put("lastDay", "2025-10-06");
            deadline.put("dueAt", "2025-10-06T19:00:00Z");
            ((ObjectNode) deadline.get("origin")).put("importedAt", "2025-10-06T05:00:00Z");
        });

        story.at("2025-10-06T13:00:00Z");

        assertThat(digests(story)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Due until the next digest")
                .contains("Name a liaison officer")
                .contains("Monday, 6 October 2025, today")
                .doesNotContain("Establish the Pakistan"));
    }

    @Test
    void what_a_mail_has_told_stands_in_no_digest() {
        var story = gathering(EVENING);

        story.at("2025-10-16T04:00:00Z").at("2025-10-16T13:00:00Z").at("2025-10-17T04:00:00Z");
        assertThat(ayesha(story)).containsExactly("T-1", "T-0");

        // The day ends before the next digest, but she has had her last reminder.
        assertThat(ayesha(story.at("2025-10-17T13:00:00Z"))).containsExactly("T-1", "T-0");
    }

    @Test
    void there_is_one_digest_a_day_also_for_who_wants_it_later_after_having_had_it() {
        var story = gathering(EVENING).at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z");
        story.tell("deadline.opened", deadline -> {
            deadline.put("id", UUID.randomUUID().toString()).put("title", "Name a liaison officer");
            deadline.put("scheduledAt", "2025-10-03T13:00:00Z");
        });
        Preferring.says(story, "f001", Preferring.daily("20:00"));

        assertThat(digests(story.at("2025-10-03T15:00:00Z"))).hasSize(1);
        assertThat(digests(story.at("2025-10-04T15:00:00Z"))).hasSize(2).last().satisfies(mail -> assertThat(
                        mail.text())
                .contains("Name a liaison officer")
                .doesNotContain("Establish the Pakistan"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en, ltr, What is due on, in 14 days",
        "ur, ur, rtl, کا خلاصہ, 14 دنوں میں",
        "ar, ar, rtl, ملخص, بعد 14 يومًا",
        "zh, zh, ltr, 摘要, 还有 14 天"
    })
    void a_digest_is_in_its_readers_language(
            String language, String shown, String direction, String subject, String left) {
        var story = english();
        story.tell("person.changed", person -> person.put("language", language));
        Preferring.says(story.at("2025-10-02T13:30:00Z"), "f001", EVENING);

        var digest = digests(story.at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z"))
                .getFirst();

        assertThat(digest.subject()).contains(subject);
        assertThat(digest.header("Content-Language")).isEqualTo(shown);
        assertThat(digest.text()).contains(left);
        assertThat(digest.html())
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(shown, direction))
                .contains("<bdi>Establish the Pakistan");
    }

    @Test
    void titles_and_names_cannot_add_headers_or_markup() {
        var story = Story.begin().withTheGroup();
        story.tell("person.changed", person -> person.put("language", "en")
                .put("name", "<script>alert('name')</script>\r\nBcc: a@evil.example"));
        Preferring.says(story.at("2025-10-02T13:30:00Z"), "f001", EVENING);
        story.tell(
                "deadline.opened",
                deadline -> deadline.put("title", "Due\r\nBcc: spy@evil.example\r\n\r\n<img src=x onerror=alert(1)>"));

        var digest = digests(story.at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z"))
                .getFirst();

        assertThat(digest.headers()).doesNotContainKey("Bcc");
        assertThat(digest.html())
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .contains("&lt;img src=x");
    }

    @Test
    void who_ends_the_digest_gets_what_has_waited_for_it_at_once() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z");

        Preferring.says(story, "f001", Preferring.nothing());

        assertThat(ayesha(story)).containsExactly("T-14");
        assertThat(ayesha(story.at("2025-10-03T13:00:00Z"))).containsExactly("T-14");
    }

    @Test
    void who_moves_to_another_zone_gets_the_digest_by_the_clock_there() {
        var story = gathering(EVENING);

        story.tell("person.changed", person -> person.put("zone", "Europe/London"));

        Preferring.shown(story, "f001").body("nextDigestAt", equalTo("2025-10-02T17:00:00Z"));
    }

    @Test
    void while_all_mails_are_held_no_digest_is_written_and_then_one() {
        var story = gathering(EVENING);
        story.at("2025-10-03T04:00:00Z");
        var hold = asRegistrar()
                .contentType("application/json")
                .body("{\"scope\": \"CHANNEL\", \"channel\": \"MAIL\", \"reason\": \"The mail server moves\"}")
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        try {
            assertThat(ayesha(story.at("2025-10-03T13:00:00Z"))).isEmpty();
            assertThat(story.deliveries()).doesNotContain("CLOSED DIGESTED");
        } finally {
            asRegistrar()
                    .contentType("application/json")
                    .body("{\"reason\": \"It has moved\"}")
                    .post("/api/v1/holds/{id}/release", hold)
                    .then()
                    .statusCode(200);
        }
        assertThat(digests(story.at("2025-10-03T13:15:00Z"))).hasSize(1);
    }

    /** Whatever she prefers, and whenever it is looked at, nothing is lost and nothing is told twice. */
    @Tag("extended")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"digest\": {\"rhythm\": \"DAILY\", \"at\": \"18:00\"}",
                "{\"digest\": {\"rhythm\": \"DAILY\", \"at\": \"08:59\"}",
                "{\"digest\": {\"rhythm\": \"DAILY\", \"at\": \"09:00\"}",
                "{\"digest\": {\"rhythm\": \"WEEKLY\", \"at\": \"08:00\", \"weekday\": \"TUESDAY\"}",
                "{\"quietHours\": {\"from\": \"08:00\", \"to\": \"10:00\"}, \"digest\": {\"rhythm\": \"NONE\"}",
                "{\"quietHours\": {\"days\": [\"FRIDAY\"]}, \"digest\": {\"rhythm\": \"DAILY\", \"at\": \"20:00\"}"
            })
    void every_alert_of_hers_is_mailed_exactly_once_alone_or_in_one_digest(String wishes) {
        var story = english().at("2025-10-02T13:30:00Z");
        Preferring.says(
                story,
                "f001",
                wishes + ", \"mails\": {\"reminder\": true, \"forInformation\": true, \"digest\": true}}");

        for (var day : List.of("03", "04", "07", "08", "10", "11", "14", "15", "16", "17", "18", "20")) {
            for (var time : List.of("03:30", "05:30", "13:30", "15:30", "19:30")) {
                story.at("2025-10-%sT%s:00Z".formatted(day, time));
            }
        }

        var told = sql.query("""
                SELECT concat_ws(' ', step, count(*) FILTER (WHERE delivery.state = 'ACCEPTED')
                    + count(*) FILTER (WHERE closed_because = 'DIGESTED' AND EXISTS (
                        SELECT FROM delivery AS digest WHERE digest.digest_id = delivery.told_in AND digest.state = 'ACCEPTED')))
                    AS told
                FROM alert LEFT JOIN delivery ON delivery.alert_id = alert.id
                WHERE alert.deadline_id = ?::uuid AND alert.party = 'PK' GROUP BY step ORDER BY step
                """, row -> row.getString("told"), story.id("d001"));
        assertThat(told).containsExactly("-14 1", "-7 1", "-3 1", "-1 1", "0 1", "1 1");
        assertThat(ayesha(story)).filteredOn(subject -> subject.startsWith("T")).doesNotHaveDuplicates();
        assertThat(ayesha(story))
                .hasSize(sql.query("""
                                SELECT count(*) AS mails FROM delivery
                                LEFT JOIN alert ON alert.id = alert_id LEFT JOIN digest ON digest.id = digest_id
                                WHERE coalesce(alert.recipient_id, digest.recipient_id) = ?::uuid AND delivery.state = 'ACCEPTED'
                                """, row -> row.getInt("mails"), story.id("f001"))
                        .getFirst());
    }

    @Test
    void what_was_over_when_an_import_brought_it_is_told_to_its_officer_in_one_digest_and_to_nobody_else() {
        var story = Story.begin();
        story.tell("agreement.entered-into-force");
        story.tell("responsibility.changed");
        for (var person : Map.of("f702", "omar", "f703", "fatima").entrySet()) {
            story.tell("person.changed", data -> data.put("id", story.id(person.getKey()))
                    .put("email", story.mailbox(person.getValue()))
                    .put("name", person.getValue())
                    .put("language", "en")
                    .put("zone", "Asia/Karachi"));
        }
        story.at("2025-10-20T08:00:00Z");
        story.tell("deadline.opened", overdue(story.id("d001"), "Name a liaison officer"));
        story.tell("deadline.opened", overdue(UUID.randomUUID().toString(), "Report on the first year"));
        assertThat(story.post()).isEmpty();

        story.at("2025-10-20T08:30:00Z");

        assertThat(story.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly(story.mailbox("omar"));
            assertThat(mail.subject()).contains("2 deadlines");
            assertThat(mail.text())
                    .contains("Over before they were recorded here")
                    .contains("Name a liaison officer")
                    .contains("Report on the first year")
                    .contains("3 days ago");
        });
        story.tell("deadline.opened", overdue(story.id("d001"), "Name a liaison officer"));
        assertThat(story.at("2025-10-22T12:00:00Z").mails()).hasSize(1);
    }

    private static Consumer<ObjectNode> overdue(String id, String title) {
        return deadline -> {
            deadline.put("id", id).put("title", title).putNull("workingGroupId");
            ((ObjectNode) deadline.get("origin")).put("importedAt", "2025-10-20T07:30:00Z");
        };
    }

    /** Ayesha reads English. */
    private static Story english() {
        var story = Story.begin().withTheGroup();
        story.tell("person.changed", person -> person.put("language", "en"));
        story.tell("deadline.opened");
        return story;
    }

    /** What she wishes for she says on the evening before her first reminder. */
    private static Story gathering(String wishes) {
        var story = english().at("2025-10-02T13:30:00Z");
        Preferring.says(story, "f001", wishes);
        return story;
    }

    private static List<ReceivedMail> digests(Story story) {
        return story.mails().stream()
                .filter(mail -> mail.to().getFirst().startsWith("ayesha@")
                        && String.valueOf(mail.header("List-Unsubscribe")).contains("/DIGEST/"))
                .toList();
    }

    /** Her mails so far, each by the beginning of its subject. */
    private static List<String> ayesha(Story story) {
        return story.post().stream()
                .filter(mail -> mail.startsWith("ayesha "))
                .map(mail -> mail.substring("ayesha ".length()))
                .toList();
    }

    private List<String> became(Story story) {
        return sql.query("""
                SELECT concat_ws(' ', state, closed_because) AS became FROM delivery JOIN digest ON digest.id = digest_id
                WHERE recipient_id = ?::uuid ORDER BY became
                """, row -> row.getString("became"), story.id("f001"));
    }
}
