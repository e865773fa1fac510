package org.moutracker.notifications.optout;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Preferring;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.mail.DigestMessages;
import org.moutracker.notifications.mail.OptOutMessages;

/** How Ayesha puts an end to mails that she can do without; her T-14 is on 2025-10-03 at 04:00Z. */
@NotificationsTest
class OptOutPageTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_mail_that_its_reader_can_do_without_says_how_and_one_that_is_mandatory_does_not() {
        var story = reminded();
        var early = mail(story, "T-14");

        assertThat(early.header("List-Unsubscribe"))
                .matches("<https?://\\S+/opt-outs/\\S+/REMINDER/[A-Za-z0-9_-]{43}>");
        assertThat(early.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var address = requireNonNull(early.header("List-Unsubscribe")).replaceAll("[<>]", "");
        assertThat(early.text()).contains("You can do without mails of this kind. Stop them: " + address);
        assertThat(early.html()).contains("href=\"" + address + "\"");

        story.at("2025-10-16T04:00:00Z").at("2025-10-17T04:00:00Z").at("2025-10-20T04:00:00Z");
        for (var step : List.of("T-1", "T-0", "T+1")) {
            var mail = mail(story, step);
            assertThat(mail.headers()).doesNotContainKeys("List-Unsubscribe", "List-Unsubscribe-Post");
            assertThat(mail.text()).doesNotContain("/opt-outs/");
            assertThat(mail.html()).doesNotContain("/opt-outs/");
        }
    }

    @Test
    void one_click_stops_early_reminders_at_once_and_nothing_else() {
        var story = reminded();

        anonymous()
                .contentType(FORM)
                .formParam("List-Unsubscribe", "One-Click")
                .post(path(story))
                .then()
                .statusCode(200)
                .body(containsString("You no longer get these mails"))
                .body(containsString("Sign up again"));

        Preferring.shown(story, "f001")
                .body("mails.reminder", equalTo(false))
                .body("mails.forInformation", equalTo(true))
                .body("mails.digest", equalTo(true));
        asRegistrar()
                .get("/api/v1/recipients/{id}/preferences/history", story.id("f001"))
                .then()
                .body("items.how", contains("LINK"))
                .body("items.by", contains((String) null));
        story.at("2025-10-10T04:00:00Z").at("2025-10-14T04:00:00Z").at("2025-10-16T04:00:00Z");
        assertThat(story.post())
                .filteredOn(mail -> mail.startsWith("ayesha"))
                .containsExactly("ayesha T-14", "ayesha T-1");
        assertThat(story.alerts()).contains("PK T-7 plan 1 ACTIVE", "PK T-3 plan 1 ACTIVE");
        assertThat(story.post()).contains("zuhair T-7");
    }

    @Test
    void to_do_it_twice_is_to_do_it_once_and_it_can_be_taken_back() {
        var story = reminded();
        for (var i = 0; i < 2; i++) {
            given().multiPart("List-Unsubscribe", "One-Click")
                    .post(path(story))
                    .then()
                    .statusCode(200);
        }
        Preferring.shown(story, "f001").header("ETag", equalTo("\"1\""));
        anonymous().get(path(story)).then().statusCode(200).body(containsString("value=\"Undo\""));

        anonymous()
                .contentType(FORM)
                .formParam("List-Unsubscribe", "Undo")
                .post(path(story))
                .then()
                .statusCode(200)
                .body(containsString("You get these mails again"));

        Preferring.shown(story, "f001").body("mails.reminder", equalTo(true));
        assertThat(story.at("2025-10-10T04:00:00Z").post()).contains("ayesha T-7");
    }

    @Test
    void looking_at_the_page_and_sending_it_something_else_changes_nothing() {
        var story = reminded();

        for (var i = 0; i < 3; i++) {
            anonymous()
                    .get(path(story))
                    .then()
                    .statusCode(200)
                    .body(containsString("Stop these mails?"))
                    .body(containsString("<form method=\"post\">"));
        }
        given().head(path(story)).then().statusCode(200);
        anonymous()
                .contentType(FORM)
                .formParam("other", "thing")
                .post(path(story))
                .then()
                .statusCode(400);
        anonymous()
                .contentType(FORM)
                .formParam("List-Unsubscribe", "everything")
                .post(path(story))
                .then()
                .statusCode(400);

        Preferring.shown(story, "f001").header("ETag", equalTo("\"0\""));
    }

    @Test
    void what_is_forged_or_made_for_something_else_does_nothing() {
        var story = reminded();
        var path = path(story);
        var last = path.charAt(path.length() - 2) == 'A' ? 'B' : 'A';

        for (var wrong : List.of(
                path.substring(0, path.length() - 2) + last + path.charAt(path.length() - 1),
                path.substring(0, path.length() - 1),
                path.replace(story.id("f001"), story.id("f002")),
                path.replace(story.id("f001"), story.id("f001").toUpperCase(java.util.Locale.ROOT)),
                path.replace("REMINDER", "DIGEST"),
                path.replace("REMINDER", "OVERDUE"),
                path.replace("REMINDER", "nonsense"),
                "/opt-outs/nobody/REMINDER/" + "A".repeat(43))) {
            anonymous().get(wrong).then().statusCode(404).body(containsString("There is no such link"));
            anonymous()
                    .contentType(FORM)
                    .formParam("List-Unsubscribe", "One-Click")
                    .post(wrong)
                    .then()
                    .statusCode(404)
                    .body(not(containsString("Ayesha")));
        }
        Preferring.shown(story, "f001").header("ETag", equalTo("\"0\""));
        Preferring.shown(story, "f002").header("ETag", equalTo("\"0\""));
    }

    @Test
    void who_stops_digests_gets_none_and_nothing_of_what_would_be_in_them_but_what_is_mandatory() {
        var story = Story.begin().withEverybody().at("2025-10-02T13:30:00Z");
        Preferring.says(story, "f001", Preferring.daily("18:00"));
        story.at("2025-10-03T04:00:00Z").at("2025-10-03T13:00:00Z").at("2025-10-09T13:00:00Z");
        story.at("2025-10-10T04:00:00Z");
        var link = path(story.mails().stream()
                .filter(mail -> String.valueOf(mail.header("List-Unsubscribe")).contains("/DIGEST/"))
                .findFirst()
                .orElseThrow());

        anonymous()
                .contentType(FORM)
                .formParam("List-Unsubscribe", "One-Click")
                .post(link)
                .then()
                .statusCode(200);
        story.settle();

        assertThat(story.deliveries()).contains("CLOSED UNWANTED");
        Preferring.shown(story, "f001")
                .body("mails.digest", equalTo(false))
                .body("digest.rhythm", equalTo("DAILY"))
                .body("nextDigestAt", equalTo(null));
        story.at("2025-10-10T13:00:00Z").at("2025-10-14T13:00:00Z").at("2025-10-16T04:00:00Z");
        assertThat(story.post())
                .filteredOn(mail -> mail.startsWith("ayesha"))
                .hasSize(2)
                .endsWith("ayesha T-1");
    }

    @Test
    void who_was_erased_has_no_page_any_more() {
        var story = reminded();
        var link = path(story);

        story.erase("f001");

        anonymous().get(link).then().statusCode(404);
        anonymous()
                .contentType(FORM)
                .formParam("List-Unsubscribe", "One-Click")
                .post(link)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"en, en, ltr", "ur, ur, rtl", "ar-PS, ar, rtl", "zh, zh, ltr", "fr, en, ltr"})
    void the_page_is_in_its_readers_language_and_keeps_its_address_to_itself(
            String language, String shown, String direction) {
        var story = Story.begin().withEverybody();
        story.tell("person.changed", person -> person.put("language", language));

        anonymous()
                .get(path(story.at("2025-10-03T04:00:00Z")))
                .then()
                .header("Content-Language", equalTo(shown))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-store"))
                .header(
                        "Content-Security-Policy",
                        allOf(startsWith("default-src 'none'"), containsString("form-action 'self'")))
                .body(containsString("<html lang=\"%s\" dir=\"%s\">".formatted(shown, direction)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "ar", "zh"})
    void every_sentence_is_there_in_every_language(String language) throws IOException {
        assertWhole("digest", DigestMessages.class, language);
        assertWhole("optout", OptOutMessages.class, language);
    }

    private static void assertWhole(String bundle, Class<?> sentences, String language) throws IOException {
        var texts = new Properties();
        try (var file = new InputStreamReader(
                requireNonNull(sentences.getResourceAsStream("/messages/%s_%s.properties".formatted(bundle, language))),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrder(Arrays.stream(sentences.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> !name.startsWith("$"))
                        .toArray(String[]::new));
    }

    private static Story reminded() {
        var story = Story.begin().withEverybody();
        story.tell("person.changed", person -> person.put("language", "en"));
        assertThat(story.at("2025-10-03T04:00:00Z").post()).hasSize(2);
        return story;
    }

    private static ReceivedMail mail(Story story, String step) {
        return story.mails().stream()
                .filter(mail -> mail.to().getFirst().startsWith("ayesha@")
                        && mail.subject().matches(".*" + Pattern.quote(step) + "(\\D.*)?"))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Story story) {
        return path(mail(story, "T-14"));
    }

    private static String path(ReceivedMail mail) {
        var address = requireNonNull(mail.header("List-Unsubscribe"));
        return address.substring(address.indexOf("/opt-outs/"), address.length() - 1);
    }
}
