package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.nominate;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class FoundedGroupTest {

    private static final String GROUPS = "/api/v1/working-groups";

    @Inject
    Rows rows;

    private Seed seed;

    @BeforeEach
    void hear() {
        seed = Seed.told();
        Api.groupOf(seed.agreement());
    }

    @Test
    void a_group_that_nobody_has_committed_to_has_deadlines_to_name_its_members() {
        var group = found("""
                {"name": "Task force on burn treatment", "type": "TASK_FORCE", "agreements": ["%s"],
                 "functions": ["ADVISE"]}""".formatted(seed.agreement()))
                .statusCode(201)
                .header("Location", containsString(GROUPS + "/"))
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("MANDATED"))
                .body("commitmentId", nullValue())
                .body("parties.code", contains("PK", "PS"))
                .body("orphan", equalTo(true))
                .body("vacant", contains("PK", "PS"))
                .extract()
                .jsonPath()
                .getString("id");

        var deadlines = Api.get("/api/v1/deadlines?workingGroup=" + group);
        assertThat(deadlines.getList("items.kind")).containsExactly("NOMINATION", "NOMINATION");
        assertThat(deadlines.getList("items.lastDay")).containsOnly("2025-10-17");
        assertThat(deadlines.getList("items.title"))
                .containsExactlyInAnyOrder("Name a co-chair of PK", "Name a co-chair of PS");
        assertThat(deadlines.getList("items.responsible.party")).contains(List.of("PK"), List.of("PS"));

        nominate(group, "PK", "CO_CHAIR").then().statusCode(201);
        nominate(group, "PS", "CO_CHAIR").then().statusCode(201);

        assertThat(Api.get("/api/v1/deadlines?workingGroup=" + group).getList("items.status"))
                .containsOnly("MET");
        var constituted = Api.get(GROUPS + "/" + group);
        assertThat(constituted.getString("status")).isEqualTo("CONSTITUTED");
        assertThat(constituted.getBoolean("orphan")).isFalse();
        await().untilAsserted(() -> assertThat(Broker.told("mou.working-groups.v1", group))
                .extracting(Broker.Told::type)
                .containsExactly(
                        "mou.working-group.mandated.v1",
                        "mou.working-group.member-nominated.v1",
                        "mou.working-group.member-nominated.v1",
                        "mou.working-group.constituted.v1"));
        assertThat(Broker.told("mou.working-groups.v1", group).getFirst().data().has("commitmentId"))
                .isFalse();
    }

    @Test
    void a_repeat_with_the_same_key_founds_one_group() {
        var key = UUID.randomUUID().toString();
        var form = taskForce();

        var first = sending(form).header("Idempotency-Key", key).post(GROUPS).jsonPath();
        var again = sending(form).header("Idempotency-Key", key).post(GROUPS).jsonPath();

        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "name": "Task force"    | "name": " "                  | name
            "type": "TASK_FORCE"    | "type": "CLUB"               | type
            "type": "TASK_FORCE"    | "type": "TASK_FORCE", "x": 1 | x
            "agreements": ["A"]     | "agreements": []             | agreements
            "agreements": ["A"]     | "agreements": ["A", "U"]     | agreements[1]
            "parent": null          | "parent": "U"                | parent
            "functions": ["ADVISE"] | "functions": ["DANCE"]       | functions[0]
            "minimumPerSide": 1, "coChairPerSide": true, "acc | "minimumPerSide": -1, "coChairPerSide": true, "acc | composition.minimumPerSide
            "every": "P6M"          | "every": "P0M"               | terms.meetings.every
            "hosts": ["PK"]         | "hosts": ["FR"]              | terms.meetings.hosts[0]
            "effectiveOn": null     | "effectiveOn": "2999-01-01"  | terms.effectiveOn
            """)
    void a_bad_group_names_its_field_and_stores_nothing(String part, String by, String field) {
        var good = """
                {"name": "Task force", "type": "TASK_FORCE", "agreements": ["A"], "parent": null,
                 "functions": ["ADVISE"],
                 "composition": {"minimumPerSide": 1, "coChairPerSide": true, "acceptance": false},
                 "terms": {"effectiveOn": null, "meetings": {"every": "P6M", "hosts": ["PK"],
                    "quorum": {"minimumPerSide": 1, "coChairPerSide": true}, "notice": "P14D", "minutesWithin": "P30D"}}}""";
        assertThat(good).contains(part);
        var before = rows.written();

        var fields = found(good.replace(part, by)
                        .replace("\"A\"", "\"" + seed.agreement() + "\"")
                        .replace("\"U\"", "\"" + UUID.randomUUID() + "\""))
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("violations.field");

        assertThat(fields).containsExactly(field);
        assertThat(rows.written()).isEqualTo(before);
    }

    @Test
    void a_circle_of_sub_groups_is_refused_and_changes_nothing() {
        var top = founded(taskForce());
        var middle = founded(below(top));
        var bottom = founded(below(middle));

        for (var parent : List.of(bottom, middle, top)) {
            patch(top, 2, "{\"parent\": \"" + parent + "\"}")
                    .statusCode(400)
                    .body("violations[0].field", equalTo("parent"))
                    .body("violations[0].message", containsString("circle"));
        }

        assertThat(Api.get(GROUPS + "/" + top).getInt("version")).isEqualTo(2);
        assertThat(Api.get(GROUPS + "?parent=" + top).getList("items.id")).containsExactly(middle);
        patch(bottom, 2, "{\"parent\": null}").statusCode(200).body("parentId", nullValue());
    }

    @Test
    void a_group_with_sub_groups_that_go_on_does_not_end_and_one_that_has_ended_takes_none() {
        var top = founded(taskForce());
        var below = founded(below(top));

        abandon(top).statusCode(409).body("detail", containsString("1 of its sub-groups go on"));
        abandon(below).statusCode(200).body("status", equalTo("ABANDONED")).body("endedOn", equalTo("2025-09-17"));
        assertThat(Api.get("/api/v1/deadlines?workingGroup=" + below).getList("items.status"))
                .containsOnly("CANCELLED");
        abandon(top).statusCode(200);

        found(below(top)).statusCode(409).body("detail", containsString("takes no sub-groups"));
        sending("{\"reason\": \"again\"}")
                .post(GROUPS + "/" + top + "/abandonment")
                .then()
                .statusCode(409)
                .body("detail", equalTo("a group that is ABANDONED cannot be abandoned"));
    }

    @Test
    void a_description_is_patched_by_who_has_seen_the_present_one() {
        var group = founded(taskForce());

        patch(group, 2, "{\"name\": \"Joint Health Committee\", \"functions\": [\"REVIEW\", \"SUPERVISE\"]}")
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("name", equalTo("Joint Health Committee"))
                .body("functions", contains("REVIEW", "SUPERVISE"));
        patch(group, 2, "{\"name\": \"Other\"}").statusCode(412);
        patching("{\"name\": \"Other\"}").patch(GROUPS + "/" + group).then().statusCode(428);
        for (var bad : List.of(
                "{\"name\": null}",
                "{\"name\": 7}",
                "{\"functions\": [\"DANCE\"]}",
                "{\"status\": \"ACTIVE\"}",
                "{}")) {
            patch(group, 3, bad).statusCode(400);
        }
        assertThat(Api.get(GROUPS + "?q=COMMITTEE").getList("items.id")).contains(group);
        assertThat(Api.get(GROUPS + "?q=_ommittee").getList("items")).isEmpty();
        assertThat(Api.get(GROUPS + "?type=TASK_FORCE&agreement=" + seed.agreement())
                        .getList("items.id"))
                .containsExactly(group);
    }

    @Test
    void a_group_of_several_agreements_has_the_parties_of_all() {
        var group = founded(taskForce());
        var other = Seed.fresh();
        Broker.tell(china(other));
        var agreements = GROUPS + "/" + group + "/agreements";

        sending("{\"agreementId\": \"" + UUID.randomUUID() + "\"}")
                .post(agreements)
                .then()
                .statusCode(400);
        await().untilAsserted(() -> sending("{\"agreementId\": \"" + other.agreement() + "\"}")
                .post(agreements)
                .then()
                .statusCode(200)
                .body("parties.code", contains("PK", "PS", "CN"))
                .body("missing.side", contains("PK", "PS", "CN")));
        sending("{\"agreementId\": \"" + other.agreement() + "\"}")
                .post(agreements)
                .then()
                .statusCode(409);
        assertThat(Api.get("/api/v1/deadlines?workingGroup=" + group).getList("items.title"))
                .contains("Name a co-chair of CN");

        nominate(group, "CN", "CO_CHAIR").then().statusCode(201);
        asRegistrar()
                .delete(agreements + "/" + other.agreement())
                .then()
                .statusCode(409)
                .body("detail", containsString("CN would not be a party any more"));
        asRegistrar()
                .delete(agreements + "/" + seed.agreement())
                .then()
                .statusCode(409)
                .body("detail", containsString("open deadlines"));
        asRegistrar().delete(agreements + "/" + UUID.randomUUID()).then().statusCode(404);
        var member = Api.get(GROUPS + "/" + group).getString("members[0].id");
        sending("{\"on\": \"2025-09-17\"}")
                .post(GROUPS + "/" + group + "/members/" + member + "/end")
                .then()
                .statusCode(200);
        asRegistrar()
                .delete(agreements + "/" + other.agreement())
                .then()
                .statusCode(200)
                .body("parties.code", contains("PK", "PS"));
        asRegistrar()
                .delete(agreements + "/" + seed.agreement())
                .then()
                .statusCode(409)
                .body("detail", equalTo("a group sees to one agreement at least"));
    }

    @Test
    void terms_of_reference_have_versions_and_say_anew_who_is_missing() {
        var group = founded(taskForce());
        var path = GROUPS + "/" + group + "/terms-of-reference";
        assertThat(Api.get(path).getList("items")).isEmpty();

        sending("""
                {"effectiveOn": "2025-09-17", "languages": ["en", "ur"], "languageOfRecord": "en",
                 "composition": {"minimumPerSide": 2, "coChairPerSide": true, "acceptance": false},
                 "document": "https://documents.example/tor/2", "reason": "as agreed in Islamabad"}""")
                .post(path)
                .then()
                .statusCode(201)
                .header("Location", containsString("/terms-of-reference/2"))
                .body("version", equalTo(2))
                .body("agreedBy", equalTo("local-registrar"));
        sending("{\"nominationWithin\": \"P10D\"}")
                .post(path)
                .then()
                .statusCode(201)
                .body("version", equalTo(3));

        var now = Api.get(GROUPS + "/" + group);
        assertThat(now.getInt("terms.version")).isEqualTo(3);
        assertThat(now.getList("terms.languages")).isEmpty();
        assertThat(now.getList("missing")).hasSize(4);
        assertThat(Api.get(path + "?limit=1").getList("items.version")).containsExactly(2);
        assertThat(Api.get(path).getList("items.version")).containsExactly(2, 3);
        assertThat(Api.get(path + "/2").getString("reason")).isEqualTo("as agreed in Islamabad");
        asRegistrar().get(path + "/4").then().statusCode(404);
        sending("{\"effectiveOn\": \"2999-01-01\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("effectiveOn"));
        assertThat(Api.get("/api/v1/deadlines?workingGroup=" + group).getList("items"))
                .hasSize(4);
    }

    @Test
    void the_history_says_who_did_what_and_why() {
        var group = founded(taskForce());
        nominate(group, "PK", "CO_CHAIR").then().statusCode(201);
        sending("{\"reason\": \"not wanted\"}")
                .post(GROUPS + "/" + group + "/abandonment")
                .then()
                .statusCode(200);

        var path = GROUPS + "/" + group + "/history";
        var history = Api.get(path);
        assertThat(history.getList("items.event"))
                .containsExactly(
                        "mou.working-group.mandated.v1",
                        "mou.working-group.member-nominated.v1",
                        "mou.working-group.abandoned.v1");
        assertThat(history.getList("items.who")).containsOnly("local-registrar");
        assertThat(history.getString("items[2].reason")).isEqualTo("not wanted");
        assertThat(history.getString("items[1].details.member"))
                .isEqualTo(Api.get(GROUPS + "/" + group).getString("members[0].id"));
        var first = Api.get(path + "?limit=2");
        assertThat(Api.get(path + "?limit=2&cursor=" + first.getString("next")).getList("items.event"))
                .containsExactly("mou.working-group.abandoned.v1");
        asRegistrar().get(GROUPS + "/" + UUID.randomUUID() + "/history").then().statusCode(404);
    }

    private static org.moutracker.workinggroups.Sample china(Seed seed) {
        return seed.signed()
                .with(
                        "parties",
                        List.of(java.util.Map.of(
                                "code",
                                "CN",
                                "side",
                                "CN",
                                "organization",
                                java.util.Map.of("zone", "Asia/Shanghai"))));
    }

    private String taskForce() {
        return "{\"name\": \"Task force\", \"type\": \"TASK_FORCE\", \"agreements\": [\"%s\"]}"
                .formatted(seed.agreement());
    }

    private String below(String parent) {
        return "{\"name\": \"Sub-group\", \"type\": \"SUB_GROUP\", \"agreements\": [\"%s\"], \"parent\": \"%s\"}"
                .formatted(seed.agreement(), parent);
    }

    private static ValidatableResponse found(String form) {
        return sending(form).post(GROUPS).then();
    }

    private static String founded(String form) {
        return found(form).statusCode(201).extract().jsonPath().getString("id");
    }

    private static ValidatableResponse abandon(String group) {
        return sending("{\"reason\": \"not wanted\"}")
                .post(GROUPS + "/" + group + "/abandonment")
                .then();
    }

    private static ValidatableResponse patch(String group, int version, String changes) {
        return patching(changes)
                .header("If-Match", "\"" + version + "\"")
                .patch(GROUPS + "/" + group)
                .then();
    }

    private static io.restassured.specification.RequestSpecification patching(String changes) {
        return asRegistrar().contentType("application/merge-patch+json").body(changes);
    }
}
