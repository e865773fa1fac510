package org.moutracker.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URL;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.action.Links;

@NotificationsTest
class InboxPageTest {

    private static final Pattern READ = Pattern.compile("action=\"([^\"]+/alerts/[^\"]+/read)\"");
    private static final Pattern OPEN = Pattern.compile("href=\"\\.\\.(/actions/[^\"]+)\"");
    private static final Pattern UP_TO = Pattern.compile("name=\"upTo\" value=\"([^\"]+)\"");

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URL metrics;

    @Test
    void a_link_shows_the_inbox_and_looking_at_it_changes_nothing() {
        var story = twice();
        var link = link(story, "f001");

        for (var i = 0; i < 2; i++) {
            page(link)
                    .contentType(startsWith("text/html"))
                    .body(containsString("Unread: 2"))
                    .body(containsString("Establish the Pakistan–Palestine Health Working Group"))
                    .body(containsString("Last day: Friday, 17 October 2025"))
                    .body(containsString("PK-PS-2025-HEALTH"));
        }
        given().head(link).then().statusCode(200);
        unread(story, 2);
    }

    @Test
    void it_leads_to_what_can_be_done_as_the_mail_does_as_long_as_it_stands() {
        var story = twice();
        var link = link(story, "f001");
        var leads = first(OPEN, page(link).extract().asString());

        assertThat(Links.of(story, "ayesha").all()).contains(leads);
        Links.get(leads).statusCode(200).body(containsString("Establish the Pakistan–Palestine Health Working Group"));
        story.tell("deadline.met");
        page(link).body(not(containsString("/actions/"))).body(containsString("This does not concern you any more."));
    }

    @Test
    void its_buttons_mark_one_as_read_or_all_that_stood_there() {
        var story = twice();
        var link = link(story, "f001");
        var shown = page(link).extract().asString();
        var upTo = first(UP_TO, shown);

        anonymous()
                .redirects()
                .follow(false)
                .post("/inboxes/" + first(READ, shown))
                .then()
                .statusCode(303)
                .header("Location", endsWith("../../../" + link.substring("/inboxes/".length())));
        unread(story, 1);

        story.at("2025-10-14T06:00:00Z");
        readAll(link, upTo).statusCode(303);
        page(link).body(containsString("Unread: 1"));
        page(link + "?show=unread").body(containsString("Reminder")).body(not(containsString("3 October 2025")));
        readAll(link, first(UP_TO, page(link).extract().asString())).statusCode(303);
        page(link + "?show=unread").body(containsString("There is nothing here."));
    }

    @Test
    void a_link_marks_nothing_in_another_inbox() {
        var story = twice();
        var theirs = page(link(story, "f002")).extract().asString();
        var link = link(story, "f001");

        anonymous()
                .redirects()
                .follow(false)
                .post(link + first(READ, theirs).replaceFirst("^[^/]+", ""))
                .then()
                .statusCode(303);
        readAll(link, first(UP_TO, theirs)).statusCode(303);
        page(link(story, "f002")).body(containsString("Unread: 2"));
        unread(story, 2);
    }

    @Test
    void it_shows_no_more_than_its_maker_sees() {
        var story = twice();

        page(link(story, "f001", as("PK"))).body(containsString("Unread: 2"));
        page(link(story, "f001", as("PS"))).body(containsString("Unread: 0"), containsString("There is nothing here."));
        anonymous()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/recipients/{id}/inbox-links", story.id("f001"))
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inboxes/x", "/inboxes/eA.eA", "/inboxes/x/read-all"})
    void what_is_forged_opens_nothing(String address) {
        var answer = address.endsWith("all")
                ? anonymous().post(address)
                : anonymous().get(address);
        answer.then().statusCode(403).body(containsString("This inbox cannot be shown"));
        anonymous().get("/inboxes/x/stream").then().statusCode(403);
    }

    @Test
    void whoever_was_erased_has_no_inbox_to_be_opened() {
        var story = twice();
        var link = link(story, "f001");
        story.erase("f001");

        anonymous().get(link).then().statusCode(403).body(not(containsString("Establish")));
        anonymous().get(link + "/stream").then().statusCode(404);
    }

    @Test
    void nothing_of_it_travels_and_nothing_foreign_runs_in_it() {
        var link = link(twice(), "f001");
        page(link)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                startsWith("default-src 'none'"),
                                containsString("script-src 'sha256-"),
                                containsString("connect-src 'self'"),
                                not(containsString("unsafe"))));
        anonymous().get("/inboxes/x").then().header("Cache-Control", "no-store");
    }

    @Test
    void no_metric_has_the_address_of_it_however_a_request_was_refused() {
        var link = link(twice(), "f001");
        given().body(new byte[20_000_000]).post(link + "/read-all").then().statusCode(413);

        assertThat(given().get(metrics).asString())
                .contains("uri=\"/inboxes/{link}\"")
                .doesNotContain(link);
    }

    @Test
    void a_title_is_text_whatever_stands_in_it() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> deadline.put("title", "<script>alert(1)</script>\" onload=\"x"));
        story.at("2025-10-03T04:00:00Z");

        page(link(story, "f001"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .body(not(containsString("<script>alert")));
    }

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Your inbox, Last day: Friday",
        "ur, rtl, آپ کا ان باکس, آخری دن: جمعہ",
        "ar, rtl, صندوق الوارد الخاص بك, اليوم الأخير: الجمعة",
        "zh, ltr, 您的收件箱, 最后一天：2025年10月17日星期五"
    })
    void it_speaks_the_language_of_its_owner(String language, String direction, String title, String day) {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("person.changed", person -> person.put("language", language));
        story.tell("deadline.opened");
        story.at("2025-10-03T04:00:00Z");

        page(link(story, "f001"))
                .header("Content-Language", language)
                .body(containsString("<html lang=\"%s\" dir=\"%s\">".formatted(language, direction)))
                .body(containsString(title))
                .body(containsString(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P8D", "PT1S", "soon", "-PT1H"})
    void a_link_is_made_for_a_minute_to_a_week(String validFor) {
        asRegistrar()
                .contentType("application/json")
                .body("{\"validFor\": \"%s\"}".formatted(validFor))
                .post(
                        "/api/v1/recipients/{id}/inbox-links",
                        Story.begin().withEverybody().id("f001"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("validFor"));
    }

    private static Story twice() {
        return Story.begin().withEverybody().at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");
    }

    private static RequestSpecification as(String party) {
        return asRegistrar().auth().oauth2(TestStack.token("integration", party));
    }

    private static String link(Story story, String person) {
        return link(story, person, asRegistrar());
    }

    private static String link(Story story, String person, RequestSpecification maker) {
        var url = maker.contentType("application/json")
                .body("{}")
                .post("/api/v1/recipients/{id}/inbox-links", story.id(person))
                .then()
                .statusCode(200)
                .body("url", startsWith("http://notifications.example/inboxes/"))
                .extract()
                .<String>path("url");
        return URI.create(url).getPath();
    }

    private static ValidatableResponse page(String address) {
        return anonymous().get(address).then().statusCode(200);
    }

    private static ValidatableResponse readAll(String link, String upTo) {
        return anonymous()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("upTo", upTo)
                .post(link + "/read-all")
                .then();
    }

    private static void unread(Story story, int number) {
        asRegistrar()
                .get("/api/v1/recipients/{id}/inbox", story.id("f001"))
                .then()
                .body("unread.number", equalTo(number));
    }

    private static String first(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group(1);
    }
}
