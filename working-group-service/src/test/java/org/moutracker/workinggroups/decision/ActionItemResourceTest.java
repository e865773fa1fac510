package org.moutracker.workinggroups.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.workinggroups.Api.get;
import static org.moutracker.workinggroups.Api.sending;
import static org.moutracker.workinggroups.decision.Deciding.assign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.WorkingGroupsTest;
import org.moutracker.workinggroups.workinggroup.LockGroup;

@WorkingGroupsTest
class ActionItemResourceTest {

    @Inject
    ActionItems actionItems;

    @Inject
    LockGroup groups;

    @Test
    void one_is_taken_on_without_a_decision() {
        var group = Deciding.fresh();

        take(group, "PK", "\"assignee\": \"%s\",".formatted(group.pakistani()), "2025-10-31")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/action-items/"))
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("OPEN"))
                .body("overdue", equalTo(false))
                .body("lastDay", equalTo("2025-10-31"))
                .body("decisionId", nullValue())
                .body("assignee", equalTo(group.pakistani()));
        take(group, "CN", "", "2025-10-31").then().statusCode(400).body("violations.field", hasItem("party"));
        take(group, "PK", "", "yesterday").then().statusCode(400).body("violations.field", hasItem("due"));
    }

    @Test
    void its_deadline_says_what_becomes_of_it_whoever_changed_which() {
        var group = Deciding.fresh();
        var item = take(group, "PS", "", "2025-10-31").jsonPath();
        var path = "/api/v1/action-items/" + item.getString("id");
        var deadline = "/api/v1/deadlines/" + item.getString("deadlineId");

        command(path, "completion", """
                {"on": "2025-09-17", "note": "twelve names", "evidence": "https://records.example/7.pdf"}""")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("doneOn", equalTo("2025-09-17"))
                .body("evidence", equalTo("https://records.example/7.pdf"));
        assertThat(get(deadline).getString("status")).isEqualTo("MET");

        command(deadline, "reopening", "{\"reason\": \"a name is missing\"}")
                .then()
                .statusCode(200);
        assertThat(get(path).getString("status")).isEqualTo("OPEN");
        command(deadline, "waiver", "{\"reason\": \"not needed\"}").then().statusCode(200);
        assertThat(get(path).getString("status")).isEqualTo("WAIVED");

        command(path, "reopening", "{\"reason\": \"needed after all\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("note", nullValue());
        command(path, "cancellation", "{\"reason\": \"dropped\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        command(path, "reopening", "{\"reason\": \"no\"}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("a deadline that is CANCELLED cannot be reopened"));
        command(path, "completion", "{\"on\": \"2025-09-17\"}").then().statusCode(409);
    }

    @Test
    void it_is_extended_by_its_deadline_and_keeps_that_when_it_is_given_to_somebody_else() {
        var group = Deciding.fresh();
        var item = take(group, "PK", "", "2025-10-31").jsonPath();
        var path = "/api/v1/action-items/" + item.getString("id");
        command("/api/v1/deadlines/" + item.getString("deadlineId"), "extension", """
                {"to": "2025-12-31", "reason": "agreed"}""")
                .then()
                .statusCode(200);

        command(path, "reassignment", "{\"member\": \"%s\"}".formatted(group.pakistani()))
                .then()
                .statusCode(200)
                .body("lastDay", equalTo("2025-12-31"))
                .body("assignee", equalTo(group.pakistani()));

        var deadline = get("/api/v1/deadlines/" + item.getString("deadlineId"));
        assertThat(deadline.getString("responsible[0].personId"))
                .isEqualTo(get(path).getString("personId"));
        assertThat(deadline.getList("history.cause").getLast())
                .isEqualTo("the group changed what is due, or who sees to it");
        command(path, "reassignment", "{\"member\": \"%s\"}".formatted(group.palestinian()))
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("sits for PS, not for PK"));
        command(path, "completion", "{\"on\": \"2025-09-17\"}").then().statusCode(200);
        command(path, "reassignment", "{}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("only an open action item is given to somebody else"));
    }

    @Test
    void bad_completions_are_refused_and_change_nothing() {
        var group = Deciding.fresh();
        var item = take(group, "PK", "", "2025-10-31").jsonPath();
        var path = "/api/v1/action-items/" + item.getString("id");

        command(path, "completion", "{\"on\": \"2025-09-20\"}")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("on"));
        command(path, "completion", "{\"on\": \"2025-09-17\", \"evidence\": \"a letter\"}")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("evidence"));
        sending("{\"on\": \"2025-09-17\"}")
                .header("If-Match", "\"4\"")
                .post(path + "/completion")
                .then()
                .statusCode(412);

        assertThat(get(path).getString("status")).isEqualTo("OPEN");
        assertThat(get(path).getInt("version")).isEqualTo(1);
        sending("{\"on\": \"2025-09-17\"}")
                .header("If-Match", "\"1\"")
                .post(path + "/completion")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        Api.asRegistrar()
                .get("/api/v1/action-items/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void the_follow_up_list_of_a_person_and_of_a_group_shows_what_is_due_first_before_the_rest() {
        var morning = TestStack.clock().instant();
        var group = Deciding.fresh();
        var decision = group.adopted(String.join(
                ",",
                assign("Third", "PS", group.palestinian(), "2025-12-15"),
                assign("First", "PS", group.palestinian(), "2025-10-15"),
                assign("Second", "PK", group.pakistani(), "2025-11-15")));
        var person = get("/api/v1/" + decision.getString("effects[0].subject")).getString("personId");

        assertThat(titles("person=" + person)).containsExactly("First", "Third");
        assertThat(titles("group=" + group.group())).containsExactly("First", "Second", "Third");
        assertThat(titles("party=PK&group=" + group.group())).containsExactly("Second");
        assertThat(titles("decision=" + decision.getString("id") + "&dueAfter=2025-10-15&dueBefore=2025-12-15"))
                .containsExactly("Second");
        var page = get("/api/v1/action-items?limit=2&group=" + group.group());
        assertThat(page.getList("items.title")).containsExactly("First", "Second");
        assertThat(titles("limit=2&group=%s&cursor=%s".formatted(group.group(), page.getString("next"))))
                .containsExactly("Third");
        try {
            TestStack.clock().set(Instant.parse("2025-11-01T12:00:00Z"));
            await().untilAsserted(() ->
                    assertThat(titles("overdue=true&group=" + group.group())).containsExactly("First"));
            assertThat(titles("overdue=false&status=OPEN&group=" + group.group()))
                    .containsExactly("Second", "Third");
        } finally {
            TestStack.clock().begin(morning, Speed.STILL);
        }
    }

    @Test
    void what_somebody_leaves_open_goes_to_who_follows() {
        var group = Deciding.fresh();
        var successor = Api.nominate(group.group(), "PS", "MEMBER")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var decision = group.adopted(String.join(
                ",",
                assign("Open", "PS", group.palestinian(), "2025-12-15"),
                assign("Done", "PS", group.palestinian(), "2025-12-15")));
        command("/api/v1/" + decision.getString("effects[1].subject"), "completion", "{\"on\": \"2025-09-17\"}")
                .then()
                .statusCode(200);
        var leaver = get("/api/v1/" + decision.getString("effects[0].subject")).getString("personId");

        var moved = QuarkusTransaction.requiringNew().call(() -> {
            var locked = groups.lock(UUID.fromString(group.group()));
            var seat = locked.seat("member", UUID.fromString(successor.getString("id")), "PS");
            return actionItems.handOver(locked.id(), UUID.fromString(leaver), seat, "registrar");
        });

        assertThat(moved).isEqualTo(1);
        var open = get("/api/v1/" + decision.getString("effects[0].subject"));
        assertThat(open.getString("personId")).isEqualTo(successor.getString("person.id"));
        assertThat(get("/api/v1/deadlines/" + open.getString("deadlineId")).getString("responsible[0].personId"))
                .isEqualTo(successor.getString("person.id"));
        assertThat(get("/api/v1/" + decision.getString("effects[1].subject")).getString("personId"))
                .as("what is done stays his")
                .isEqualTo(leaver);
    }

    private static java.util.List<String> titles(String query) {
        return get("/api/v1/action-items?" + query).getList("items.title");
    }

    private static Response take(Deciding group, String party, String more, String due) {
        return sending("""
                {"title": "Send the list", "party": "%s", %s "due": "%s"}""".formatted(party, more, due))
                .post("/api/v1/working-groups/" + group.group() + "/action-items");
    }

    private static Response command(String path, String command, String body) {
        return sending(body).post(path + "/" + command);
    }
}
