package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.nominate;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** What must not be is refused with what is wrong, and neither stored nor told. */
@WorkingGroupsTest
class RefusedInputTest {

    @Inject
    Rows rows;

    private String group;
    private String coChair;

    @BeforeEach
    void constitute() {
        group = Api.groupOf(Seed.told().agreement()).getString("id");
        coChair = nominate(group, "PK", "CO_CHAIR").jsonPath().getString("id");
        nominate(group, "PS", "CO_CHAIR").then().statusCode(201);
    }

    @Test
    void a_member_of_a_party_that_is_a_stranger() {
        refused(() -> nominate(group, "FR", "MEMBER"), 400, "party", "must be a party of the agreement: PK, PS");
    }

    @Test
    void a_second_co_chair_of_a_side() {
        refused(() -> nominate(group, "PK", "CO_CHAIR"), 409, null, "PK has a co-chair already");
    }

    @Test
    void a_meeting_that_ends_before_it_starts() {
        refused(
                () -> sending("""
                        {"startsAt": "2025-11-10T14:00", "endsAt": "2025-11-10T10:00", "host": "PK"}""").post("/api/v1/working-groups/" + group + "/meetings"),
                400,
                "endsAt",
                "must be after startsAt");
    }

    @Test
    void a_term_of_office_that_ends_in_the_past() {
        refused(
                () -> sending(Api.nomination("PK", "MEMBER").replace("\"role\"", "\"until\": \"2025-09-16\", \"role\""))
                        .post("/api/v1/working-groups/" + group + "/members"),
                400,
                "until",
                "must not be before today, 2025-09-17");
    }

    @Test
    void a_membership_that_ends_in_the_future() {
        refused(
                () -> sending("{\"on\": \"2025-09-30\"}")
                        .post("/api/v1/working-groups/" + group + "/members/" + coChair + "/end"),
                400,
                "on",
                "must not be after today, 2025-09-17");
    }

    @Test
    void a_circle_of_sub_groups() {
        var below = sending(
                        "{\"name\": \"Below\", \"type\": \"SUB_GROUP\", \"agreements\": [\"%s\"], \"parent\": \"%s\"}"
                                .formatted(
                                        Api.get("/api/v1/working-groups/" + group)
                                                .getString("agreements[0]"),
                                        group))
                .post("/api/v1/working-groups")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        refused(
                () -> Api.asRegistrar()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body("{\"parent\": \"" + below + "\"}")
                        .patch("/api/v1/working-groups/" + group),
                400,
                "parent",
                "would be below the group itself: a circle");
    }

    @Test
    void an_order_of_the_chair_that_leaves_a_side_out() {
        refused(
                () -> sending("{\"chairing\": {\"kind\": \"ROTATING\", \"period\": \"P1Y\", \"order\": [\"PK\"]}}")
                        .post("/api/v1/working-groups/" + group + "/terms-of-reference"),
                400,
                "chairing.order",
                "must name every side once: PK, PS");
    }

    private interface Attempt {
        Response make();
    }

    private void refused(Attempt attempt, int status, @Nullable String field, String because) {
        var before = rows.written();
        var answer = attempt.make();

        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(field == null ? "detail" : "violations[0].message", Matchers.equalTo(because));
        if (field != null) {
            assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo(field);
        }
        assertThat(rows.written()).isEqualTo(before);
        // Every version is told once and in order, so that nothing can have been told in between.
        nominate(group, "PK", "MEMBER").then().statusCode(201);
        var last = Api.get("/api/v1/working-groups/" + group).getInt("version");
        await().untilAsserted(() -> assertThat(Broker.told("mou.working-groups.v1", group).stream()
                        .map(told -> told.data().get("version").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, last).boxed().toList()));
    }
}
