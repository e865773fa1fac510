package org.moutracker.workinggroups.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.get;
import static org.moutracker.workinggroups.Api.sending;
import static org.moutracker.workinggroups.decision.Deciding.assign;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class DecisionResourceTest {

    @Inject
    Rows rows;

    @Test
    void decisions_are_numbered_by_group_and_year_the_rejected_alike() {
        var group = Deciding.fresh();

        group.decide("FOR FOR", "")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/decisions/"))
                .header("ETag", equalTo("\"1\""))
                .body("number", equalTo("D-2025-01"))
                .body("status", equalTo("ADOPTED"))
                .body("rule", equalTo("CONSENSUS"))
                .body("decidedOn", equalTo("2025-09-17"))
                .body("meetingId", nullValue());
        group.decide("FOR AGAINST", assign("Nobody does this", "PK", "2025-12-01"))
                .then()
                .statusCode(201)
                .body("number", equalTo("D-2025-02"))
                .body("status", equalTo("REJECTED"))
                .body("effects[0].status", equalTo("REFUSED"));
        assertThat(Deciding.fresh().adopted("").getString("number")).isEqualTo("D-2025-01");
        assertThat(get("/api/v1/action-items?group=" + group.group()).getList("items"))
                .as("nothing follows from what was rejected")
                .isEmpty();
        assertThat(get("/api/v1/decisions?status=REJECTED&group=" + group.group())
                        .getList("items.number"))
                .containsExactly("D-2025-02");
    }

    @Test
    void an_action_item_is_assigned_with_its_deadline_which_names_the_decision_and_the_member() {
        var group = Deciding.fresh();

        var decision = group.adopted(assign("Send the list", "PS", group.palestinian(), "2025-11-15"));

        var subject = decision.getString("effects[0].subject");
        assertThat(decision.getString("effects[0].status")).isEqualTo("DONE");
        var item = get("/api/v1/" + subject);
        assertThat(item.getString("status")).isEqualTo("OPEN");
        assertThat(item.getString("decision")).isEqualTo("D-2025-01");
        var deadline = get("/api/v1/deadlines/" + item.getString("deadlineId"));
        assertThat(deadline.getString("kind")).isEqualTo("ACTION");
        assertThat(deadline.getString("lastDay")).isEqualTo("2025-11-15");
        assertThat(deadline.getString("dueAt"))
                .as("nobody is late before the day is over for all")
                .isEqualTo("2025-11-15T22:00:00Z");
        assertThat(deadline.getString("origin.basis")).isEqualTo("GROUP_DECISION");
        assertThat(deadline.getString("origin.clause")).isEqualTo("D-2025-01");
        assertThat(deadline.getString("responsible[0].party")).isEqualTo("PS");
        assertThat(deadline.getString("responsible[0].personId")).isEqualTo(item.getString("personId"));
        assertThat(deadline.getString("history[0].cause")).isEqualTo("the group set it: D-2025-01");
    }

    @Test
    void a_deadline_of_the_group_is_extended_and_says_by_which_decision() {
        var group = Deciding.fresh();
        var deadline = group.openDeadline();

        group.adopted(extend(deadline, "\"2025-12-31\""));

        var moved = get("/api/v1/deadlines/" + deadline);
        assertThat(moved.getString("lastDay")).isEqualTo("2025-12-31");
        assertThat(moved.getList("history.cause").getLast()).isEqualTo("extended: decision D-2025-01");
    }

    @Test
    void when_one_effect_is_refused_nothing_at_all_is_changed() {
        var group = Deciding.fresh();
        var deadline = group.openDeadline();
        var fine = assign("Send the list", "PS", "2025-11-15");
        var foreign = Deciding.fresh().openDeadline();
        var before = written();

        refused(
                group,
                fine + "," + extend(deadline, "\"2025-10-01\""),
                "effects[1].to",
                "must lead to a day after 2025-11-30, the present last day");
        refused(
                group,
                fine + "," + extend(deadline, "\"soon\""),
                "effects[1].to",
                "must be a date such as 2025-10-31, or a rule");
        refused(
                group,
                fine + "," + extend(UUID.randomUUID().toString(), "\"2025-12-31\""),
                "effects[1].deadlineId",
                "is not a deadline of the group or of its agreements");
        refused(
                group,
                fine + "," + extend(foreign, "\"2025-12-31\""),
                "effects[1].deadlineId",
                "is not a deadline of the group or of its agreements");
        refused(
                group,
                fine + "," + extend(deadline, "\"2025-12-31\"") + "," + extend(deadline, "\"2026-01-31\""),
                "effects[2].deadlineId",
                "is extended twice");
        refused(
                group,
                fine + "," + assign("x", "CN", "2025-11-15"),
                "effects[1].party",
                "must be a party of the group: PK, PS");
        refused(
                group,
                assign("x", "PK", group.palestinian(), "2025-11-15"),
                "effects[0].assignee",
                "sits for PS, not for PK");
        refused(
                group,
                assign("x", "PK", UUID.randomUUID().toString(), "2025-11-15"),
                "effects[0].assignee",
                "is not a member of the group");
        refused(group, """
                {"do": "ASSIGN_ACTION", "title": "x", "party": "PK",
                 "due": {"anchor": {"on": "2025-11-15"}, "steps": [{"kind": "WITHIN", "period": "P1X"}]}}""", "effects[0].due.steps[0].period", null);
        refused(
                group,
                fine + "," + new Deciding(Seed.fresh(), "", "", "").open("C-09"),
                "effects[1].agreementId",
                "is not of an agreement that the group sees to");
        refused(
                group,
                """
                {"do": "CLOSE_COMMITMENT", "commitmentId": "%s", "as": "WAIVED", "reason": "x"}""".formatted(UUID.randomUUID()),
                "effects[0].commitmentId",
                "is not of an agreement that the group sees to");
        refused(
                group,
                group.open("C-09").replace("JOINT", "DIRECTIONAL"),
                "effects[0].obligors",
                "must name a party, since the mode is DIRECTIONAL");

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void an_effect_that_a_rule_forbids_is_named_and_nothing_is_changed() {
        var group = Deciding.fresh();
        var deadline = group.openDeadline();
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/deadlines/" + deadline + "/completion")
                .then()
                .statusCode(200);
        var before = written();

        group.decide("FOR FOR", assign("x", "PK", "2025-12-01") + "," + extend(deadline, "\"2025-12-31\""))
                .then()
                .statusCode(409)
                .body("detail", equalTo("effects[1]: a deadline that is MET cannot be extended: reopen it first"));

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_meant_is_refused_with_its_field() {
        var group = Deciding.fresh();
        var before = written();

        refused(
                group.decide("FOR FOR", "", "\"decidedOn\": \"2025-09-19\","),
                "decidedOn",
                "must not be after today, 2025-09-17");
        refused(
                group.decide("FOR FOR", "", "\"decidedOn\": \"2025-09-16\","),
                "decidedOn",
                "must not be before 2025-09-17, when the group was established");
        refused(
                group.decide("FOR FOR", "", "\"meetingId\": \"%s\",".formatted(UUID.randomUUID())),
                "meetingId",
                "is not a meeting that was held");
        refused(
                group.decide("FOR FOR", "", "\"translations\": {\"u_r\": {\"title\": \"x\", \"text\": \"x\"}},"),
                "translations.u_r",
                "must be a BCP 47 language such as ur or ar-PS");
        refused(
                decideAs(group, "[{\"side\": \"PK\", \"position\": \"FOR\"}]"),
                "positions",
                "must say what PS said, if only that it was ABSENT");
        refused(group.decide("FOR FOR", "{\"do\": \"DANCE\"}"), "effects[0]", "has an unknown or missing kind");
        refused(
                group.decide(
                        "FOR FOR",
                        "{\"do\": \"ASSIGN_ACTION\", \"title\": \" \", \"party\": \"PK\", \"due\": \"2025-12-01\"}"),
                "effects[0].title",
                "must not be blank");

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_group_that_is_not_established_cannot_decide() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");

        new Deciding(seed, group, "", "")
                .decide("FOR FOR", "")
                .then()
                .statusCode(409)
                .body("detail", equalTo("a group that is MANDATED cannot decide"));
    }

    @Test
    void a_repeat_with_the_same_key_decides_nothing_more() {
        var group = Deciding.fresh();
        var key = UUID.randomUUID().toString();
        var body = Deciding.body("FOR FOR", assign("Send the list", "PS", "2025-11-15"), "");

        var first = post(group, key, body).then().statusCode(201).extract().<String>path("id");
        var again = post(group, key, body).then().statusCode(201).extract().<String>path("id");

        assertThat(again).isEqualTo(first);
        assertThat(get("/api/v1/decisions?group=" + group.group()).getList("items"))
                .hasSize(1);
        post(group, key, body.replace("FOR", "ABSTAINED")).then().statusCode(422);
    }

    @Test
    void it_is_told_and_what_agreements_service_answers_is_shown_on_it() {
        var group = Deciding.fresh();
        var decision = group.adopted(
                assign("Send the list", "PS", "2025-11-15") + "," + group.open("C-07") + "," + group.open("C-08"));
        var id = decision.getString("id");
        assertThat(decision.getList("effects.status")).containsExactly("DONE", "PENDING", "PENDING");
        await().untilAsserted(() -> assertThat(Broker.told("mou.decisions.state.v1", id))
                .extracting(Broker.Told::type)
                .contains("mou.decision.adopted.v1"));

        var commitment = UUID.randomUUID();
        answer("accepted", id, 1, commitment);
        answer("refused", id, 2, null);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(get("/api/v1/decisions/" + id).getList("effects.status"))
                        .containsExactly("DONE", "DONE", "REFUSED"));
        var seen = get("/api/v1/decisions/" + id);
        assertThat(seen.getString("effects[1].subject")).isEqualTo("commitments/" + commitment);
        assertThat(seen.getString("effects[2].because")).isEqualTo("commitment C-02 is CANCELLED already");
        await().untilAsserted(() -> assertThat(Broker.told("mou.decisions.v1", id))
                .extracting(Broker.Told::type)
                .contains("mou.decision.changed.v1"));
        assertThat(get("/api/v1/decisions/" + id + "/history").getList("items.cause"))
                .startsWith("adopted by CONSENSUS", "an effect was answered");
    }

    @Test
    void an_answer_about_a_decision_that_is_not_known_here_harms_no_other() {
        var group = Deciding.fresh();
        var id = group.adopted(group.open("C-07")).getString("id");

        answer("accepted", UUID.randomUUID().toString(), 0, UUID.randomUUID());
        answer("accepted", id, 5, UUID.randomUUID());
        answer("accepted", id, 0, UUID.randomUUID());

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(get("/api/v1/decisions/" + id).getList("effects.status"))
                        .containsExactly("DONE"));
    }

    @Test
    void what_a_later_decision_revokes_leaves_nothing_to_be_done() {
        var group = Deciding.fresh();
        var first = group.adopted(assign("Send the list", "PS", "2025-11-15"));
        var second = group.adopted("");

        command(first.getString("id"), "revocation", """
                {"by": "%s", "reason": "somewhere else"}""".formatted(second.getString("id")))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("REVOKED"))
                .body("revokedBy", equalTo(second.getString("id")));

        var item = get("/api/v1/" + first.getString("effects[0].subject"));
        assertThat(item.getString("status")).isEqualTo("CANCELLED");
        assertThat(get("/api/v1/deadlines/" + item.getString("deadlineId"))
                        .getList("history.cause")
                        .getLast())
                .isEqualTo("cancelled: decision D-2025-01 was revoked by D-2025-02");
        command(second.getString("id"), "voiding", "{\"reason\": \"x\"}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("D-2025-01 was revoked by it: void that one first, or decide again"));
    }

    @Test
    void what_was_entered_by_mistake_is_undone_where_it_can_be_and_says_where_not() {
        var group = Deciding.fresh();
        var deadline = group.openDeadline();
        var decision = group.adopted(String.join(
                ",",
                assign("Open still", "PS", "2025-11-15"),
                assign("Done already", "PK", "2025-11-15"),
                extend(deadline, "\"2025-12-31\"")));
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/" + decision.getString("effects[1].subject") + "/completion")
                .then()
                .statusCode(200);

        var id = decision.getString("id");
        command(id, "voiding", "{\"reason\": \"wrong group\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"))
                .body("effects.status", equalTo(List.of("UNDONE", "DONE", "DONE")))
                .body("effects[1].because", equalTo("the action item is closed already"))
                .body("effects[2].because", equalTo("the day was told: the deadline stays as it is"));
        assertThat(get("/api/v1/" + decision.getString("effects[0].subject")).getString("status"))
                .isEqualTo("CANCELLED");
        assertThat(get("/api/v1/" + decision.getString("effects[1].subject")).getString("status"))
                .isEqualTo("DONE");
        command(id, "voiding", "{\"reason\": \"again\"}").then().statusCode(409);
        assertThat(get("/api/v1/decisions/" + id + "/history").getList("items.status"))
                .containsExactly("ADOPTED", "VOIDED");
        assertThat(group.adopted("").getString("number"))
                .as("its number stays taken")
                .isEqualTo("D-2025-02");
    }

    @Test
    void a_command_that_is_based_on_an_older_version_is_refused() {
        var group = Deciding.fresh();
        var id = group.adopted("").getString("id");

        sending("{\"reason\": \"x\"}")
                .header("If-Match", "\"7\"")
                .post("/api/v1/decisions/" + id + "/voiding")
                .then()
                .statusCode(412);
        assertThat(get("/api/v1/decisions/" + id).getString("status")).isEqualTo("ADOPTED");
    }

    @Test
    void lists_come_a_page_at_a_time_and_filters_combine() {
        var group = Deciding.fresh();
        for (var i = 0; i < 3; i++) {
            group.adopted("");
        }
        var path = "/api/v1/decisions?from=2025-09-17&to=2025-09-17&limit=2&group=" + group.group();

        var first = get(path);
        assertThat(first.getList("items.number")).containsExactly("D-2025-01", "D-2025-02");
        assertThat(get(path + "&cursor=" + first.getString("next")).getList("items.number"))
                .containsExactly("D-2025-03");
        assertThat(get("/api/v1/decisions?from=2025-09-18&group=" + group.group())
                        .getList("items"))
                .isEmpty();
        asRegistrar().get("/api/v1/decisions/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static String extend(String deadline, String to) {
        return """
                {"do": "EXTEND_DEADLINE", "deadlineId": "%s", "to": %s}""".formatted(deadline, to);
    }

    private static Response decideAs(Deciding group, String positions) {
        return sending("{\"title\": \"x\", \"text\": \"x\", \"positions\": %s}".formatted(positions))
                .post("/api/v1/working-groups/" + group.group() + "/decisions");
    }

    private static Response post(Deciding group, String key, String body) {
        return sending(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/working-groups/" + group.group() + "/decisions");
    }

    private static Response command(String id, String command, String body) {
        return sending(body).post("/api/v1/decisions/" + id + "/" + command);
    }

    private static void refused(Deciding group, String effects, @Nullable String field, @Nullable String message) {
        refused(group.decide("FOR FOR", effects), field, message);
    }

    private static void refused(Response answer, @Nullable String field, @Nullable String message) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        if (field != null) {
            assertThat(answer.jsonPath().getList("violations.field"))
                    .as(answer.asString())
                    .contains(field);
        }
        if (message != null) {
            assertThat(answer.jsonPath().getList("violations.message")).contains(message);
        }
    }

    private String written() {
        return rows.ask("""
                SELECT concat_ws(' ', (SELECT count(*) FROM decision), (SELECT count(*) FROM decision_change),
                    (SELECT count(*) FROM action_item), (SELECT count(*) FROM deadline),
                    (SELECT sum(version) FROM deadline), (SELECT count(*) FROM deadline_change))
                """);
    }

    private static void answer(String how, String decision, int index, @Nullable UUID commitment) {
        Broker.send(Sample.of("mou.decision-effect." + how + ".v1")
                .subject(UUID.randomUUID())
                .with("decisionId", decision)
                .with("index", index)
                .with("commitmentId", commitment)
                .record("mou.decision-effects.v1"));
    }
}
