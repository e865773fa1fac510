package org.moutracker.notifications.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.StorageFailed;

@NotificationsTest
class RecipientApiTest {

    @Inject
    Sql sql;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URL metrics;

    @Test
    void a_recipient_is_shown_with_what_is_known_of_the_address_and_without_the_address() {
        var story = Story.begin().thatNobodyConfirms().withTheGroup();

        show(story)
                .body("name", equalTo("Ayesha Khan"))
                .body("address", equalTo("a…" + story.mailbox("ayesha").substring("ayesha".length())))
                .body("channels", contains("MAIL", "IN_APP"))
                .body("addressVerified", equalTo(false))
                .body("verification", nullValue())
                .body("lastVerificationMail.state", equalTo("ACCEPTED"))
                .body("lastVerificationMail.expiresAt", equalTo("2025-10-17T07:00:00Z"))
                .body(not(containsString(story.mailbox("ayesha"))));
        story.confirmAll();
        show(story)
                .body("addressVerified", equalTo(true))
                .body("verification.how", equalTo("BY_LINK"))
                .body("verification.at", equalTo("2025-09-17T07:00:00Z"))
                .body("verification.evidence", nullValue())
                .body("lastVerificationMail.endedBecause", equalTo("CONFIRMED"));
    }

    @Test
    void an_official_vouches_and_what_has_waited_is_sent() {
        var story = Story.begin().thatNobodyConfirms().withEverybody().at("2025-10-03T04:00:00Z");

        vouch(story, "{\"evidence\": \" Note verbale 12/2025 \"}", "\"1\"")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("verification.how", equalTo("VOUCHED"))
                .body("verification.evidence", equalTo("Note verbale 12/2025"));
        story.settle();

        assertThat(story.post()).containsExactly("ayesha T-14");
        vouch(story, "{\"evidence\": \"again\"}", null)
                .statusCode(409)
                .body("detail", equalTo("the address is verified already"));
        var link = story.verificationMails().stream()
                .filter(mail -> mail.to().contains(story.mailbox("ayesha")))
                .findFirst()
                .orElseThrow();
        anonymous().post(Story.path(link)).then().statusCode(410);
        assertThat(history(story)).containsExactly("VOUCHED Note verbale 12/2025");
    }

    @Test
    void nobody_vouches_for_an_address_that_he_has_not_seen() {
        var story = Story.begin().thatNobodyConfirms().withTheGroup();
        story.tell("person.changed", person -> person.put("email", story.mailbox("other")));

        vouch(story, "{\"evidence\": \"note\"}", "\"1\"").statusCode(412);

        show(story).body("addressVerified", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"evidence\": \" \"}", "{\"evidence\": null}"})
    void who_vouches_says_how_he_knows(String body) {
        var story = Story.begin().thatNobodyConfirms().withTheGroup();

        vouch(story, body, null).statusCode(400).body("violations[0].field", equalTo("evidence"));
    }

    @Test
    void a_new_link_is_sent_three_times_a_day_and_ends_the_one_before() {
        var story = Story.begin().thatNobodyConfirms();
        story.tell("person.changed", person -> person.put("language", "en"));
        var first = Story.path(story.verificationMails().getFirst());

        mail(story, "once").statusCode(202).body("addressVerified", equalTo(false));
        mail(story, "once").statusCode(202);
        // A link that a later one replaces before it was sent is not sent any more.
        story.settle();
        mail(story, null).statusCode(202);
        story.settle();
        assertThat(story.verificationMails()).hasSize(3);
        mail(story, null)
                .statusCode(409)
                .body("detail", containsString("at most 3 verification mails a day"))
                .body("detail", containsString("2025-09-18T07:00:00Z"));
        anonymous().post(first).then().statusCode(410).body(containsString("A later link has taken its place"));

        story.at("2025-09-18T07:00:00Z");
        mail(story, null).statusCode(202);
        story.settle();
        assertThat(story.verificationMails()).hasSize(4);
        story.confirmAll();
        mail(story, null).statusCode(409).body("detail", equalTo("the address is verified already"));
    }

    @Test
    void a_group_is_listed_page_by_page_by_whether_it_is_verified() {
        var story = Story.begin().thatNobodyConfirms().withTheGroup();
        var list = "/api/v1/recipients?limit=1&workingGroup=" + story.id("e001");
        var seen = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = asRegistrar()
                    .get(list + "&addressVerified=false" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            var next = page.<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(seen).containsExactlyInAnyOrder(story.id("f001"), story.id("f002"));
        asRegistrar().get(list + "&addressVerified=true").then().body("items", hasSize(0));
        story.vouch("f002");
        asRegistrar().get(list + "&addressVerified=true").then().body("items.id", contains(story.id("f002")));
    }

    @ParameterizedTest
    @CsvSource({
        "addressVerified=perhaps, addressVerified",
        "workingGroup=7, workingGroup",
        "limit=0, limit",
        "cursor=x, cursor"
    })
    void what_cannot_be_meant_is_refused_and_named(String query, String field) {
        asRegistrar()
                .get("/api/v1/recipients?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void nobody_reads_or_vouches_without_a_token_and_who_is_not_there_is_not_found() {
        var nobody = "/api/v1/recipients/01995778-5a80-7000-8000-0000000000ff";
        anonymous().get("/api/v1/recipients").then().statusCode(401);
        anonymous()
                .contentType("application/json")
                .body("{\"evidence\": \"note\"}")
                .post(nobody + "/address-verification")
                .then()
                .statusCode(401);
        anonymous().post(nobody + "/address-verification-mails").then().statusCode(401);
        asRegistrar().get(nobody).then().statusCode(404);
        asRegistrar()
                .contentType("application/json")
                .body("{\"evidence\": \"note\"}")
                .post(nobody + "/address-verification")
                .then()
                .statusCode(404);
        asRegistrar().post(nobody + "/address-verification-mails").then().statusCode(404);
    }

    @Test
    void operators_see_how_many_wait() {
        Story.begin().thatNobodyConfirms().withTheGroup();

        given().get(metrics).then().statusCode(200).body(containsString("mou_recipients_unverified "));
        assertThat(given().get(metrics).asString()).doesNotContain("mou_recipients_unverified 0.0");
    }

    @Test
    void the_history_is_written_once_and_for_all() {
        var story = Story.begin().withTheGroup();

        assertThat(history(story)).containsExactly("BY_LINK");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sql.update("UPDATE address_history SET what = 'VOUCHED'"))
                .isInstanceOf(StorageFailed.class);
    }

    private List<String> history(Story story) {
        return sql.query(
                "SELECT concat_ws(' ', what, evidence) AS line FROM address_history WHERE recipient_id = ? ORDER BY id",
                row -> String.valueOf(row.getString("line")),
                UUID.fromString(story.id("f001")));
    }

    private static ValidatableResponse show(Story story) {
        return asRegistrar()
                .get("/api/v1/recipients/{id}", story.id("f001"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse vouch(
            Story story, String body, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = asRegistrar().contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/v1/recipients/{id}/address-verification", story.id("f001"))
                .then();
    }

    private static ValidatableResponse mail(Story story, @org.jspecify.annotations.Nullable String key) {
        var request = asRegistrar();
        return (key == null ? request : request.header("Idempotency-Key", key + story.id("f001")))
                .post("/api/v1/recipients/{id}/address-verification-mails", story.id("f001"))
                .then();
    }
}
