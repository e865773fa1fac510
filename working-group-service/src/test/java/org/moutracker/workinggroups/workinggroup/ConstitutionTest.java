package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.nominate;
import static org.moutracker.workinggroups.Api.nomination;
import static org.moutracker.workinggroups.Api.sending;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class ConstitutionTest {

    @Test
    void the_last_co_chair_constitutes_the_group_and_meets_its_deadline() {
        var seed = Seed.told();
        var group = group(seed);

        nominate(group, "PK", "CO_CHAIR").then().statusCode(201).body("status", equalTo("NOMINATED"));
        var forming = Api.get("/api/v1/working-groups/" + group);
        assertThat(forming.getString("status")).isEqualTo("FORMING");
        assertThat(forming.getList("missing")).hasToString("[{side=PS, what=CO_CHAIR}]");
        nominate(group, "PS", "CO_CHAIR").then().statusCode(201);

        var constituted = Api.get("/api/v1/working-groups/" + group);
        assertThat(constituted.getString("status")).isEqualTo("CONSTITUTED");
        assertThat(constituted.getString("establishedOn")).isEqualTo("2025-09-17");
        assertThat(constituted.getList("missing")).isEmpty();
        assertThat(constituted.getInt("version")).isEqualTo(4);
        var deadline = Api.deadlineOf(seed.agreement());
        assertThat(deadline.getString("status")).isEqualTo("MET");
        assertThat(deadline.getString("metOn")).isEqualTo("2025-09-17");
        assertThat(deadline.getList("history.cause").getLast())
                .isEqualTo("met on 2025-09-17: the group is constituted");
        await().untilAsserted(() -> assertThat(Broker.told("mou.working-groups.v1", group))
                .extracting(
                        Broker.Told::type, told -> told.data().get("version").asInt())
                .hasToString("[(\"mou.working-group.mandated.v1\", 1), "
                        + "(\"mou.working-group.member-nominated.v1\", 2), "
                        + "(\"mou.working-group.member-nominated.v1\", 3), "
                        + "(\"mou.working-group.constituted.v1\", 4)]"));
        await().untilAsserted(() -> assertThat(Broker.told("mou.deadlines.v1", deadline.getString("id"))
                        .getLast()
                        .type())
                .isEqualTo("mou.deadline.met.v1"));
    }

    @Test
    void where_acceptance_was_agreed_only_those_count_who_have_accepted() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), seed.opened().with("body", body(1, true, true)));
        var group = group(seed);
        var members = "/api/v1/working-groups/" + group + "/members/";
        var pakistan = member(group, nomination("PK", "CO_CHAIR")).getString("id");
        var palestine = member(group, nomination("PS", "CO_CHAIR")).getString("id");
        assertThat(Api.get("/api/v1/working-groups/" + group).getString("status"))
                .isEqualTo("FORMING");

        asRegistrar()
                .post(members + pakistan + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        asRegistrar().post(members + pakistan + "/acceptance").then().statusCode(409);
        asRegistrar().post(members + palestine + "/acceptance").then().statusCode(200);

        assertThat(Api.get("/api/v1/working-groups/" + group).getString("status"))
                .isEqualTo("CONSTITUTED");
        assertThat(Api.deadlineOf(seed.agreement()).getString("status")).isEqualTo("MET");
        assertThat(Api.get(members + pakistan).getString("status")).isEqualTo("ACTIVE");
    }

    @Test
    void an_incomplete_group_is_not_constituted_by_command() {
        var group = group(Seed.told());
        nominate(group, "PK", "CO_CHAIR");

        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/working-groups/" + group + "/constitution")
                .then()
                .statusCode(409)
                .body("detail", equalTo("the group is not complete; missing: CO_CHAIR of PS"));
    }

    @Test
    void a_group_is_constituted_once() {
        var group = group(Seed.told());
        nominate(group, "PK", "CO_CHAIR");
        nominate(group, "PS", "CO_CHAIR");

        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/working-groups/" + group + "/constitution")
                .then()
                .statusCode(409)
                .body("detail", equalTo("a group that is CONSTITUTED cannot be constituted"));
        nominate(group, "PS", "MEMBER").then().statusCode(201);
        assertThat(Api.get("/api/v1/working-groups/" + group).getString("status"))
                .isEqualTo("CONSTITUTED");
    }

    @Test
    void a_stale_constitution_is_refused() {
        sending("{\"on\": \"2025-09-17\"}")
                .header("If-Match", "\"7\"")
                .post("/api/v1/working-groups/" + group(Seed.told()) + "/constitution")
                .then()
                .statusCode(412)
                .body("type", startsWith("/problems/stale"));
    }

    @Test
    void a_group_that_must_name_nobody_is_constituted_by_command() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), seed.opened().with("body", body(0, false, false)));
        var group = group(seed);
        var constitution = "/api/v1/working-groups/" + group + "/constitution";

        sending("{\"on\": \"2999-01-01\"}")
                .post(constitution)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("on"));
        sending("{\"on\": \"2025-09-17\"}")
                .post(constitution)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONSTITUTED"))
                .body("establishedOn", equalTo("2025-09-17"));

        assertThat(Api.deadlineOf(seed.agreement()).getString("status")).isEqualTo("MET");
    }

    @Test
    void of_many_co_chairs_named_at_once_one_is_taken() {
        var group = group(Seed.told());
        try (var callers = Executors.newFixedThreadPool(6)) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(caller -> callers.submit(
                            () -> nominate(group, "PK", "CO_CHAIR").statusCode()))
                    .toList();

            assertThat(answers).map(Future::get).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    private static Map<String, Object> body(int minimum, boolean coChair, boolean acceptance) {
        return Map.of(
                "name",
                "Health",
                "type",
                "JOINT_WORKING_GROUP",
                "functions",
                List.of(),
                "composition",
                Map.of("minimumPerSide", minimum, "coChairPerSide", coChair, "acceptance", acceptance));
    }

    private static String group(Seed seed) {
        return Api.groupOf(seed.agreement()).getString("id");
    }

    private static io.restassured.path.json.JsonPath member(String group, String nomination) {
        return sending(nomination)
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
