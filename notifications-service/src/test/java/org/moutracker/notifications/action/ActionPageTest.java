package org.moutracker.notifications.action;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;
import static org.moutracker.notifications.action.Links.get;
import static org.moutracker.notifications.action.Links.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.mail.Action;
import org.moutracker.notifications.mail.ActionLink;
import org.moutracker.notifications.mail.ActionLinks;
import org.moutracker.notifications.sql.Sql;

/** The deadline of 2025-10-17, of which both co-chairs were told T-14, and what the links in their mails do. */
@NotificationsTest
class ActionPageTest {

    private static final String T14 = "2025-10-03T04:00:00Z";
    private static final Map<String, String> NOTHING = Map.of();

    @Inject
    Sql sql;

    @Inject
    ActionLinks links;

    @Test
    void a_mail_offers_what_can_be_done_in_both_parts_and_says_how_long() {
        var story = told();
        var mail = Links.last(story, "ayesha");

        assertThat(Links.in(mail).all()).hasSize(4);
        assertThat(Links.found(String.valueOf(mail.html())))
                .isEqualTo(Links.in(mail).all());
        for (var part : new String[] {mail.text(), mail.html()}) {
            assertThat(part)
                    .contains(
                            "I know, and see to it",
                            "Remind me later",
                            "Report that it is done",
                            "See what it is about")
                    .contains("2 November 2025");
        }
    }

    @Test
    void a_page_says_what_it_is_about_and_looking_at_it_changes_nothing() {
        var story = told();
        var before = rows(story);

        for (var link : Links.of(story, "ayesha").all()) {
            get(link)
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .header("Content-Language", "en")
                    .body(containsString("Establish the Pakistan–Palestine Health Working Group"))
                    .body(containsString("Memorandum of Understanding on health cooperation"))
                    .body(containsString("Friday, 17 October 2025"))
                    .body(containsString("For you (Karachi)"))
                    .body(containsString("For PS (Hebron)"))
                    .body(containsString("within 30 days"))
                    .body(containsString("Zuhair Zaid"))
                    .body(containsString("It is still open."))
                    .body(containsString("Nobody has said so yet."));
            Links.scan(link);
        }

        assertThat(rows(story)).isEqualTo(before);
    }

    @Test
    void whoever_acknowledges_is_left_in_peace_and_a_second_press_says_so_and_changes_nothing() {
        var story = told();
        var link = Links.of(story, "ayesha").to("acknowledge");

        post(link, Map.of("note", "The nomination is being drafted"))
                .statusCode(200)
                .body(containsString("Thank you. It counts until Friday"));

        assertThat(story.alerts()).contains("PK T-14 plan 1 ACKNOWLEDGED", "PS T-14 plan 1 ACTIVE");
        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .body("acknowledged[0].note", equalTo("The nomination is being drafted"))
                .body("acknowledged[0].until", equalTo("2025-10-10T04:00:00Z"));
        var after = rows(story);
        post(link, NOTHING).statusCode(410).body(containsString("This link was used on Friday"));
        get(link).statusCode(410).body(containsString("nothing was changed now"));
        assertThat(rows(story)).isEqualTo(after);

        // The other side sees who is at it.
        get(Links.of(story, "zuhair").to("open"))
                .statusCode(200)
                .body(containsString("Ayesha Khan"))
                .body(containsString("The nomination is being drafted"));
        assertThat(story.at("2025-10-10T03:59:59Z").post()).doesNotContain("ayesha T-7");
    }

    @Test
    void two_presses_at_once_are_one() throws Exception {
        var story = told();
        var link = Links.of(story, "ayesha").to("acknowledge");

        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Integer> press = () -> given().contentType("application/x-www-form-urlencoded")
                    .formParam("note", "once")
                    .post(link)
                    .statusCode();
            var answers = pool.invokeAll(List.of(press, press, press, press)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 410, 410, 410);
        }
        assertThat(count("acknowledgement", story)).isEqualTo(1);
    }

    @Test
    void it_may_count_for_less_and_what_cannot_be_meant_is_said_on_the_page() {
        var story = told();
        var link = Links.of(story, "ayesha").to("acknowledge");
        var before = rows(story);

        for (var wrong : new String[] {"2025-10-03", "2025-10-11", "soon"}) {
            post(link, Map.of("until", wrong, "note", "kept <b>"))
                    .statusCode(400)
                    .body(containsString("Please choose a day that is later than today"))
                    .body(containsString("kept &lt;b&gt;"));
        }
        post(link, Map.of("note", "x".repeat(2001))).statusCode(400).body(containsString("2000"));
        assertThat(rows(story)).isEqualTo(before);

        post(link, Map.of("until", "2025-10-05", "note", "ن".repeat(2000))).statusCode(200);
        assertThat(story.at("2025-10-05T04:00:00Z").alerts()).contains("PK T-14 plan 1 ACTIVE");
    }

    @Test
    void who_wants_to_hear_later_does_and_the_new_mail_has_links_of_its_own() {
        var story = told();
        var link = Links.of(story, "ayesha").to("snooze");

        get(link)
                .body(containsString("value=\"1\""))
                .body(containsString("value=\"3\""))
                .body(containsString("value=\"7\""));
        post(link, Map.of("days", "2")).statusCode(400).body(containsString("one of the days that are offered"));
        post(link, Map.of("days", "3")).statusCode(200).body(containsString("6 October 2025, 09:00"));
        assertThat(story.alerts()).contains("PK T-14 plan 1 SNOOZED");
        post(link, Map.of("days", "7")).statusCode(410);

        story.at("2025-10-06T04:00:00Z");
        assertThat(story.post()).endsWith("ayesha T-14");
        var next = Links.of(story, "ayesha").to("snooze");
        assertThat(next).isNotEqualTo(link);
        post(next, Map.of("days", "1")).statusCode(200);
    }

    @Test
    void where_the_last_reminder_is_near_no_more_days_are_offered_than_there_are() {
        var story = told().at("2025-10-14T07:00:00Z");
        var link = Links.of(story, "ayesha").to("snooze");

        get(link)
                .statusCode(200)
                .body(containsString("value=\"1\""))
                .body(containsString("value=\"3\""))
                .body(not(containsString("value=\"7\"")));
        post(link, Map.of("days", "7")).statusCode(400);

        story.at("2025-10-17T04:00:00Z");
        var last = Links.of(story, "ayesha").to("snooze");
        get(last)
                .statusCode(200)
                .body(containsString("It cannot be put off here"))
                .body(not(containsString("<form")));
        post(last, Map.of("days", "1")).statusCode(409).body(containsString("It cannot be put off here"));
    }

    @Test
    void an_earlier_mail_cannot_snooze_what_a_later_one_tells() {
        var story = told();
        var earlier = Links.of(story, "ayesha").to("snooze");
        story.at("2025-10-10T04:00:00Z");

        get(earlier).statusCode(200).body(not(containsString("<form")));
        post(earlier, Map.of("days", "1")).statusCode(409);
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACTIVE");
    }

    @Test
    void what_is_forged_opens_nothing() {
        var story = told();
        var other = Links.of(story, "zuhair").to("acknowledge").split("\\.", -1);
        var before = rows(story);
        for (var link : Links.of(story, "ayesha").all()) {
            var parts = link.split("\\.", -1);
            var forged = List.of(
                    with(parts, 0, other[0]),
                    with(parts, 1, "1"),
                    with(parts, 2, parts[2].equals("done") ? "acknowledge" : "done"),
                    with(parts, 3, String.valueOf(Long.parseLong(parts[3]) + 86_400)),
                    with(parts, 4, other[4]),
                    with(parts, 4, "A".repeat(43)),
                    link.substring(0, link.length() - 1),
                    link + "A");
            for (var wrong : forged) {
                get(wrong).statusCode(404).body(containsString("There is no such link"));
                post(wrong, Map.of("days", "1", "on", "2025-10-03"))
                        .statusCode(404)
                        .body(not(containsString("Health Working Group")));
            }
        }
        assertThat(rows(story)).isEqualTo(before);
    }

    @Test
    void what_is_signed_for_an_alert_that_is_none_opens_nothing() {
        var strange = new ActionLink(
                UUID.randomUUID(), 0, Action.ACKNOWLEDGE, java.time.Instant.parse("2099-01-01T00:00:00Z"));
        var decision =
                new ActionLink(UUID.randomUUID(), 0, Action.DECIDE, java.time.Instant.parse("2099-01-01T00:00:00Z"));

        for (var link : List.of(strange, decision)) {
            get(ActionLinks.PATH + links.text(link)).statusCode(404);
            post(ActionLinks.PATH + links.text(link), Map.of("decision", "confirm"))
                    .statusCode(404);
        }
    }

    @Test
    void a_link_whose_time_is_over_does_nothing() {
        var story = told();
        var all = Links.of(story, "ayesha").all();

        story.at("2025-11-02T03:59:59Z");
        get(all.getFirst()).statusCode(200).body(containsString("The last day has passed, and it is still open."));
        story.at("2025-11-02T04:00:00Z");

        var before = rows(story);
        for (var link : all) {
            get(link).statusCode(410).body(containsString("Its time is over"));
            post(link, Map.of("days", "1", "on", "2025-10-03"))
                    .statusCode(410)
                    .body(containsString("Its time is over"));
        }
        assertThat(rows(story)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "deadline.met, What was due has been done",
        "deadline.waived, It does not have to be done any more",
        "deadline.rescheduled, The day has moved since"
    })
    void once_nothing_can_be_done_any_more_it_says_so_and_offers_nothing(String event, String said) {
        var story = told();
        var all = Links.of(story, "ayesha").all();

        story.tell(event);

        var before = rows(story);
        for (var link : all) {
            get(link).statusCode(410).body(containsString(said)).body(not(containsString("<form")));
            post(link, Map.of("days", "1", "on", "2025-10-03")).statusCode(410).body(containsString(said));
        }
        assertThat(rows(story)).isEqualTo(before);
    }

    @Test
    void who_has_left_the_group_finds_nothing_any_more() {
        var story = told();
        var all = Links.of(story, "zuhair").all();

        story.tell("working-group.constituted", group -> {
            group.put("status", "FORMING");
            var successor = (ObjectNode) group.withArray("members").get(1);
            successor.put("id", UUID.randomUUID().toString()).put("personId", story.id("f003"));
        });

        for (var link : all) {
            get(link)
                    .statusCode(410)
                    .body(containsString("You do not answer for this any more"))
                    .body(not(containsString("<form")));
            post(link, Map.of("days", "1", "on", "2025-10-03")).statusCode(410);
        }
        assertThat(count("acknowledgement", story)).isZero();
        assertThat(count("done_report", story)).isZero();
    }

    @Test
    void of_whom_nothing_is_known_any_more_nobody_finds_anything() {
        var story = told();
        var all = Links.of(story, "ayesha").all();

        story.erase("f001");

        for (var link : all) {
            get(link).statusCode(410).body(not(containsString("Ayesha"))).body(not(containsString("Health Working")));
            post(link, NOTHING).statusCode(410);
        }
    }

    @Test
    void every_answer_keeps_its_address_and_its_content_to_itself() {
        var link = Links.of(told(), "ayesha").to("open");
        for (var path : new String[] {link, link + "A", "/actions/nothing"}) {
            anonymous()
                    .get(path)
                    .then()
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Cache-Control", equalTo("no-store"))
                    .header("X-Robots-Tag", equalTo("noindex, nofollow"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Set-Cookie", nullValue())
                    .header(
                            "Content-Security-Policy",
                            allOf(
                                    startsWith("default-src 'none'; style-src 'sha256-"),
                                    containsString("form-action 'self'")))
                    .body(not(containsString("<script")));
        }
    }

    @Test
    void a_body_that_nobody_would_write_is_refused() {
        var link = Links.of(told(), "ayesha").to("acknowledge");

        given().contentType("application/x-www-form-urlencoded")
                .body("note=" + "x".repeat(2_000_000))
                .post(link)
                .then()
                .statusCode(413);
        given().contentType("application/json")
                .body("{}".getBytes(UTF_8))
                .post(link)
                .then()
                .statusCode(415)
                .header("Referrer-Policy", equalTo("no-referrer"));
    }

    @Test
    void titles_names_and_notes_are_words_and_nothing_else() {
        var story = Story.begin().withTheGroup();
        story.tell("person.changed", person -> person.put("name", "<script>alert('name')</script> {page.note}"));
        story.tell("deadline.opened", deadline -> deadline.put("title", "<img src=x onerror=alert(1)>\r\nBcc: a@b"));
        story.at(T14);
        var mail = Links.last(story, "ayesha");
        assertThat(mail.html()).doesNotContain("<script>", "<img");

        post(Links.in(mail).to("acknowledge"), Map.of("note", "<svg onload=alert(2)> {action:heading}"))
                .statusCode(200)
                .body(not(containsString("<img")))
                .body(containsString("&lt;img src=x onerror=alert(1)&gt;"));
        get(Links.of(story, "zuhair").to("open"))
                .statusCode(200)
                .body(not(containsString("<script")))
                .body(not(containsString("<svg")))
                .body(not(containsString("<img")))
                .body(containsString("&lt;svg onload=alert(2)&gt; {action:heading}"))
                .body(containsString("{page.note}"));
    }

    @Test
    void a_message_that_is_sent_again_says_the_same_to_the_byte() {
        var story = told();
        var first = Links.last(story, "ayesha");
        var before = story.mails().size();

        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp()
                FROM alert WHERE alert.id = alert_id AND recipient_id = ?::uuid
                """, story.id("f001"));
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(story.mails()).hasSize(before + 1));

        var again = Links.last(story, "ayesha");
        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.headers()).isEqualTo(first.headers());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.html()).isEqualTo(first.html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "ar", "zh"})
    void mail_and_page_are_in_the_readers_language(String language) {
        var story = Story.begin().withTheGroup();
        story.tell("person.changed", person -> person.put("language", language));
        story.tell("deadline.opened");
        story.at(T14);
        var words = Map.of("ur", "مجھے بعد میں یاد دلائیں", "ar", "ذكّروني لاحقًا", "zh", "稍后提醒我");
        var mail = Links.last(story, "ayesha");

        assertThat(mail.text()).contains(words.get(language));
        var direction = language.equals("zh") ? "ltr" : "rtl";
        assertThat(mail.html()).contains("<html lang=\"%s\" dir=\"%s\">".formatted(language, direction));
        get(Links.in(mail).to("snooze"))
                .statusCode(200)
                .header("Content-Language", language)
                .body(containsString("<html lang=\"%s\" dir=\"%s\">".formatted(language, direction)))
                .body(containsString("<h1>" + words.get(language) + "</h1>"))
                .body(not(containsString("Who sees to it")));
        post(Links.in(mail).to("snooze"), Map.of("days", "1")).statusCode(200).header("Content-Language", language);
    }

    @Test
    void what_is_internal_to_a_side_is_shown_to_whom_it_was_told() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at(T14);

        get(Links.of(story, "ayesha").to("open")).statusCode(200);
        post(Links.of(story, "ayesha").to("acknowledge"), NOTHING).statusCode(200);
    }

    /** Ayesha reads English here, and Zuhair Arabic. */
    private static Story told() {
        var story = Links.inEnglish(Story.begin().withTheGroup());
        story.tell("deadline.opened");
        return story.at(T14);
    }

    private static String with(String[] parts, int place, String instead) {
        var changed = parts.clone();
        changed[place] = instead;
        return String.join(".", changed);
    }

    private int count(String table, Story story) {
        return sql.query(
                        "SELECT count(*) AS rows FROM " + table + " WHERE deadline_id = ?::uuid",
                        row -> row.getInt("rows"),
                        story.id("d001"))
                .getFirst();
    }

    /** All that a link could have changed. */
    private List<String> rows(Story story) {
        return sql.query("""
                SELECT to_jsonb(alert)::text AS row FROM alert WHERE deadline_id = ?1
                UNION ALL SELECT to_jsonb(acknowledgement)::text FROM acknowledgement WHERE deadline_id = ?1
                UNION ALL SELECT to_jsonb(done_report)::text FROM done_report WHERE deadline_id = ?1
                UNION ALL SELECT to_jsonb(action_use)::text FROM action_use JOIN alert ON alert.id = alert_id
                    WHERE deadline_id = ?1
                UNION ALL SELECT to_jsonb(delivery)::text FROM delivery JOIN alert ON alert.id = alert_id
                    WHERE deadline_id = ?1
                UNION ALL SELECT (SELECT count(*) FROM done_notice)::text
                ORDER BY row
                """.replace("?1", "'" + story.id("d001") + "'"), row -> String.valueOf(row.getString("row")));
    }
}
