package org.moutracker.notifications.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class VerificationPageTest {

    private static final String NEVER_SENT = "/address-verifications/" + "A".repeat(43);

    @Test
    void looking_at_the_page_changes_nothing_and_its_button_confirms_once() {
        var story = asked("en", "Ayesha Khan");
        var link = Story.path(story.verificationMails().getFirst());

        for (var i = 0; i < 3; i++) {
            anonymous()
                    .get(link)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .body(containsString("Dear Ayesha Khan,"))
                    .body(containsString("a…@"))
                    .body(not(containsString(story.mailbox("ayesha"))))
                    .body(containsString("<form method=\"post\">"));
        }
        given().head(link).then().statusCode(200);
        assertVerified(story, false);

        anonymous().post(link).then().statusCode(200).body(containsString("Your address is confirmed"));
        assertVerified(story, true);
        anonymous().get(link).then().statusCode(410).body(containsString("has been confirmed already"));
        anonymous().post(link).then().statusCode(410).body(not(containsString("Ayesha")));
    }

    @Test
    void what_is_forged_or_cut_off_opens_nothing() {
        var story = asked("en", "Ayesha Khan");
        var link = Story.path(story.verificationMails().getFirst());
        var last = link.charAt(link.length() - 1) == 'A' ? 'B' : 'A';

        for (var wrong : new String[] {
            NEVER_SENT, link.substring(0, link.length() - 1), link + "A", link.substring(0, link.length() - 1) + last
        }) {
            anonymous().get(wrong).then().statusCode(404).body(containsString("There is no such link"));
            anonymous().post(wrong).then().statusCode(404).body(containsString("There is no such link"));
        }
        assertVerified(story, false);
    }

    @Test
    void a_link_whose_time_is_over_does_nothing() {
        var story = asked("en", "Ayesha Khan");
        var link = Story.path(story.verificationMails().getFirst());

        story.at("2025-10-17T06:59:59Z");
        anonymous().get(link).then().statusCode(200);
        story.at("2025-10-17T07:00:00Z");

        anonymous().get(link).then().statusCode(410).body(containsString("Its time is over"));
        anonymous().post(link).then().statusCode(410).body(containsString("Its time is over"));
        assertVerified(story, false);
    }

    @Test
    void who_was_erased_has_no_page_any_more() {
        var story = asked("en", "Ayesha Khan");
        var link = Story.path(story.verificationMails().getFirst());

        story.erase("f001");

        anonymous().get(link).then().statusCode(410).body(not(containsString("Ayesha")));
        anonymous().post(link).then().statusCode(410);
    }

    @Test
    void every_answer_keeps_its_address_and_its_content_to_itself() {
        var story = asked("en", "Ayesha Khan");
        for (var path : new String[] {Story.path(story.verificationMails().getFirst()), NEVER_SENT}) {
            anonymous()
                    .get(path)
                    .then()
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Cache-Control", equalTo("no-store"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header(
                            "Content-Security-Policy",
                            allOf(
                                    startsWith("default-src 'none'; style-src 'sha256-"),
                                    containsString("form-action 'self'")));
        }
    }

    @Test
    void a_name_breaks_neither_page_nor_mail() {
        var story = asked("en", "<script>alert('name')</script> {page.text}\r\nBcc: spy@evil.example");
        var mail = story.verificationMails().getFirst();

        assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(mail.headers()).doesNotContainKey("Bcc");
        anonymous()
                .get(Story.path(mail))
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")))
                .body(containsString("&lt;script&gt;"))
                .body(containsString("{page.text}"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, en, ltr, Please confirm, 17 October 2025",
        "ur, ur, rtl, براہِ کرم, 2025",
        "ar-PS, ar, rtl, يرجى, 2025",
        "zh, zh, ltr, 请确认, 2025年10月17日",
        "fr, en, ltr, Please confirm, 17 October 2025"
    })
    void mail_and_page_are_in_the_persons_language(
            String language, String shown, String direction, String subject, String until) {
        var story = asked(language, "Ayesha Khan");
        var mail = story.verificationMails().getFirst();

        assertThat(mail.subject()).startsWith(subject);
        assertThat(mail.text()).contains("Ayesha Khan").contains(until);
        assertThat(mail.html()).contains("<html lang=\"%s\" dir=\"%s\">".formatted(shown, direction));
        anonymous()
                .get(Story.path(mail))
                .then()
                .header("Content-Language", equalTo(shown))
                .body(containsString("<html lang=\"%s\" dir=\"%s\">".formatted(shown, direction)));
    }

    @Test
    void who_follows_no_link_is_answered_in_the_language_of_the_browser() {
        anonymous()
                .header("Accept-Language", "ar, en;q=0.5")
                .get(NEVER_SENT)
                .then()
                .statusCode(404)
                .body(containsString("dir=\"rtl\""));
    }

    private static Story asked(String language, String name) {
        var story = Story.begin().thatNobodyConfirms();
        story.tell("person.changed", person -> person.put("language", language).put("name", name));
        assertThat(story.verificationMails()).hasSize(1);
        return story;
    }

    private static void assertVerified(Story story, boolean is) {
        asRegistrar()
                .get("/api/v1/recipients/{id}", story.id("f001"))
                .then()
                .statusCode(200)
                .body("addressVerified", equalTo(is));
    }
}
