package org.moutracker.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class PolicyApiTest {

    private static final String PATH = "/api/v1/alert-policies";

    @Inject
    Sql sql;

    /** What holds for a kind would hold for the deadlines of other tests. */
    @AfterEach
    void forget() {
        sql.update("DELETE FROM alert_policy");
    }

    @Test
    void a_policy_is_created_with_what_was_left_out_as_usual() {
        var created = create(of("\"kind\": \"TERMINATION\""))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Notice"))
                .body("scope.type", equalTo("KIND"))
                .body("scope.kind", equalTo("TERMINATION"))
                .body("steps.step", contains("T-30", "T+1"))
                .body("steps.audience", contains("RESPONSIBLE", "RESPONSIBLE"))
                .body("steps[0].channels", contains("MAIL", "IN_APP"))
                .body("steps.onlyIfNotAcknowledged", contains(true, false))
                .body("repeat", nullValue())
                .body("quorum", equalTo("ALL_SIDES"))
                .body("acknowledgementDays", equalTo(7))
                .body("otherSideInLastStep", equalTo(false))
                .body("rollOut.changed", equalTo(0));

        asRegistrar()
                .get(created.extract().header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(created.extract().path("id")));
    }

    @Test
    void there_is_one_policy_for_each() {
        create(of("\"kind\": \"TERMINATION\"")).statusCode(201);

        create(of("\"kind\": \"TERMINATION\""))
                .statusCode(409)
                .body("detail", equalTo("there is a policy for this already: change that one"));
        create(of("\"kind\": \"EXPIRY\"")).statusCode(201);
    }

    @Test
    void a_repeated_request_creates_one() {
        var key = UUID.randomUUID().toString();
        for (var time = 0; time < 2; time++) {
            request(of("\"kind\": \"EXPIRY\""))
                    .header("Idempotency-Key", key)
                    .post(PATH)
                    .then()
                    .statusCode(201);
        }
        asRegistrar().get(PATH + "?kind=EXPIRY").then().body("items.name", contains("Notice"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{\"name\": \" \", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\"}]}|name",
                "{\"name\": \"N\", \"scope\": {}, \"steps\": [{\"step\": \"T-1\"}]}|scope",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\", \"agreementId\": \"01995778-5a00-7000-8000-00000000a001\"}, \"steps\": [{\"step\": \"T-1\"}]}|scope",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"PARTY\"}, \"steps\": [{\"step\": \"T-1\"}]}|scope.kind",
                "{\"name\": \"N\", \"scope\": {\"agreementId\": \"01995778-5a00-7000-8000-0000000000ff\"}, \"steps\": [{\"step\": \"T-1\"}]}|scope.agreementId",
                "{\"name\": \"N\", \"scope\": {\"workingGroupId\": \"01995778-5a00-7000-8000-0000000000ff\"}, \"steps\": [{\"step\": \"T-1\"}]}|scope.workingGroupId",
                "{\"name\": \"N\", \"scope\": {\"deadlineId\": \"01995778-5a00-7000-8000-0000000000ff\"}, \"steps\": [{\"step\": \"T-1\"}]}|scope.deadlineId",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": []}|steps",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"14\"}]}|steps[0].step",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-01\"}]}|steps[0].step",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T+0\"}]}|steps[0].step",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\", \"channels\": []}]}|steps[0].channels",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\"}, {\"step\": \"T-1\"}]}|steps[1].step",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-0\"}]}|steps",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"STAGNATION\"}, \"steps\": [{\"step\": \"T-1\"}]}|steps[0].step",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\"}], \"repeat\": {\"everyDays\": 0, \"times\": 1}}|repeat.everyDays",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\"}], \"repeat\": {\"everyDays\": 90, \"times\": 52}}|repeat",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\"}], \"quorum\": \"MOST\"}|quorum",
                "{\"name\": \"N\", \"scope\": {\"kind\": \"EXPIRY\"}, \"steps\": [{\"step\": \"T-1\"}], \"acknowledgementDays\": 91}|acknowledgementDays"
            })
    void what_cannot_be_meant_is_refused_and_named(String body, String field) {
        create(body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void a_change_names_the_version_that_it_is_based_on() {
        var id = create(of("\"kind\": \"EXPIRY\"")).extract().<String>path("id");

        patch(id, null, "{\"quorum\": \"ANY\"}").statusCode(428);
        patch(id, "\"7\"", "{\"quorum\": \"ANY\"}").statusCode(412);
        patch(id, "\"1\"", "{\"quorum\": \"ANY\", \"repeat\": {\"everyDays\": 7, \"times\": 4}}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("quorum", equalTo("ANY"))
                .body("steps.step", contains("T-30", "T+1"))
                .body("repeat.times", equalTo(4));
        patch(id, "\"2\"", "{\"repeat\": null}").statusCode(200).body("repeat", nullValue());
        patch(id, "\"3\"", "{\"repeat\": null}").statusCode(200).header("ETag", "\"3\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|",
                "{\"scope\": {\"kind\": \"EXPIRY\"}}|scope",
                "{\"name\": null}|name",
                "{\"steps\": [{\"step\": \"T+1\"}]}|steps",
                "{\"steps\": [{\"step\": \"soon\"}]}|steps[0].step",
                "{\"colour\": \"red\"}|colour"
            })
    void a_change_that_cannot_be_meant_is_refused_and_named(String body, @Nullable String field) {
        var id = create(of("\"kind\": \"EXPIRY\"")).extract().<String>path("id");

        patch(id, "\"1\"", body).statusCode(400).body("violations.field", hasItem(field == null ? "" : field));
    }

    @Test
    void a_policy_is_deleted_unless_it_has_changed_since() {
        var id = create(of("\"kind\": \"EXPIRY\"")).extract().<String>path("id");

        asRegistrar().header("If-Match", "\"7\"").delete(PATH + "/" + id).then().statusCode(412);
        asRegistrar().header("If-Match", "\"1\"").delete(PATH + "/" + id).then().statusCode(204);
        asRegistrar().get(PATH + "/" + id).then().statusCode(404);
        asRegistrar().delete(PATH + "/" + id).then().statusCode(404);
        patch(id, "\"1\"", "{\"quorum\": \"ANY\"}").statusCode(404);
        create(of("\"kind\": \"EXPIRY\"")).statusCode(201);
    }

    @Test
    void a_list_shows_only_what_was_asked_for_and_page_by_page() {
        var story = Story.begin().withEverybody();
        create(of("\"kind\": \"EXPIRY\""));
        create(of("\"agreementId\": \"" + story.id("a001") + "\""));
        create(of("\"workingGroupId\": \"" + story.id("e001") + "\""));
        create(of("\"deadlineId\": \"" + story.id("d001") + "\"")).statusCode(201);

        for (var filter : new String[] {
            "scope=KIND",
            "kind=EXPIRY",
            "agreement=" + story.id("a001"),
            "workingGroup=" + story.id("e001"),
            "deadline=" + story.id("d001")
        }) {
            asRegistrar().get(PATH + "?" + filter).then().body("items.size()", equalTo(1));
        }
        asRegistrar().get(PATH + "?deadline=" + story.id("a001")).then().body("items", empty());
        asRegistrar().get(PATH + "?scope=ALL").then().statusCode(400).body("violations[0].field", equalTo("scope"));
        var seen = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = asRegistrar()
                    .get(PATH + "?limit=3" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.scope.type"));
            var next = page.<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(seen).containsExactly("KIND", "AGREEMENT", "GROUP", "DEADLINE");
    }

    @Test
    void the_policy_of_what_is_internal_to_a_side_is_seen_by_that_side_alone() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        var policy = of("\"deadlineId\": \"" + story.id("d001") + "\"");

        as("PS", policy).post(PATH).then().statusCode(400).body("violations[0].message", containsString("is known"));
        var id = as("PK", policy).post(PATH).then().statusCode(201).extract().<String>path("id");
        as("PK", "").get(PATH + "/" + id).then().statusCode(200);
        as("PS", "").get(PATH + "/" + id).then().statusCode(404);
        as("PS", "").get(PATH).then().body("items", empty());
        as("PS", "").delete(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void nobody_reads_or_writes_without_a_token() {
        anonymous().get(PATH).then().statusCode(401);
        anonymous().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
    }

    private static String of(String scope) {
        return "{\"name\": \"Notice\", \"scope\": {%s}, \"steps\": [{\"step\": \"T-30\"}, {\"step\": \"T+1\"}]}"
                .formatted(scope);
    }

    private static RequestSpecification as(String party, String body) {
        var request = asRegistrar().auth().oauth2(TestStack.token("secretary", party));
        return body.isEmpty()
                ? request
                : request.contentType("application/json").body(body);
    }

    private static RequestSpecification request(String body) {
        return asRegistrar().contentType("application/json").body(body);
    }

    private static ValidatableResponse create(String body) {
        return request(body).post(PATH).then();
    }

    private static ValidatableResponse patch(String id, @Nullable String ifMatch, String body) {
        var request = asRegistrar().contentType("application/merge-patch+json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch(PATH + "/" + id)
                .then();
    }
}
