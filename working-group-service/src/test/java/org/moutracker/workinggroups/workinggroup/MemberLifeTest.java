package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.nomination;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class MemberLifeTest {

    @Inject
    Rows rows;

    private final Instant morning = TestStack.clock().instant();

    private String group;
    private String pakistan;
    private String palestine;

    @BeforeEach
    void constitute() {
        group = Api.groupOf(Seed.told().agreement()).getString("id");
        pakistan = member(nomination("PK", "CO_CHAIR"));
        palestine = member(nomination("PS", "CO_CHAIR"));
    }

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "until": "2027-09-17"  | "until": "2025-09-16" | until
            "from": "2025-09-17"   | "from": "2027-09-18"  | until
            "from": "2025-09-17"   | "from": "2025-09-19"  | from
            "alternateFor": "PK"   | "alternateFor": "PS"  | alternateFor
            "alternateFor": "PK"   | "alternateFor": 7     | alternateFor
            "role": "ALTERNATE"    | "role": "EXPERT"      | alternateFor
            "https://doc.example/" | "not an address"      | evidence.document
            "on": "2025-09-17"     | "on": "2025-09-19"    | evidence.on
            "note": "NV 17"        | "number": "NV 17"     | evidence.number
            """)
    void a_term_or_an_alternate_that_cannot_be_is_refused_and_changes_nothing(String part, String by, String field) {
        var good = nomination("PK", "ALTERNATE").replace("\"role\"", """
                        "from": "2025-09-17", "until": "2027-09-17", "alternateFor": "PK",
                        "evidence": {"document": "https://doc.example/", "note": "NV 17", "on": "2025-09-17"}, "role\"""");
        assertThat(good).contains(part);
        var before = rows.written();

        nominating(ids(good.replace(part, by))).statusCode(400).body("violations[0].field", equalTo(field));

        assertThat(rows.written()).isEqualTo(before);
        nominating(ids(good))
                .statusCode(201)
                .body("until", equalTo("2027-09-17"))
                .body("alternateFor", equalTo(pakistan))
                .body("evidence.note", equalTo("NV 17"));
    }

    @Test
    void a_term_of_office_ends_by_itself_and_the_side_is_asked_to_name_somebody() {
        end(palestine, "{\"on\": \"2025-09-17\"}").statusCode(200);
        var successor = member(nomination("PS", "CO_CHAIR").replace("\"role\"", "\"until\": \"2025-09-30\", \"role\""));

        TestStack.clock().set(Instant.parse("2025-09-30T20:59:59Z"));
        assertThat(read(successor)).isEqualTo("NOMINATED");
        TestStack.clock().set(Instant.parse("2025-09-30T21:00:00Z"));

        await().untilAsserted(() -> assertThat(read(successor)).isEqualTo("ENDED"));
        assertThat(Api.get(path(successor)).getString("endedBecause")).isEqualTo("TERM_OVER");
        var vacancies = nominations();
        assertThat(vacancies.getList("items.status")).containsExactlyInAnyOrder("MET", "ACTIVE");
        assertThat(vacancies.getString("items.find {it.status == 'ACTIVE'}.lastDay"))
                .isEqualTo("2025-10-31");
        assertThat(vacancies.getList("items.find {it.status == 'ACTIVE'}.responsible.party"))
                .containsExactly("PS");
        await().untilAsserted(() -> assertThat(
                        Broker.told("mou.working-groups.v1", group).getLast().type())
                .isEqualTo("mou.working-group.member-ended.v1"));
        assertThat(Api.get("/api/v1/working-groups/" + group + "/history").getString("items[-1].who"))
                .isEqualTo("system");
    }

    @Test
    void what_a_member_has_to_see_to_moves_to_the_successor() {
        var person = Api.get(path(pakistan)).getString("person.id");
        var deadline = entered(person);

        end(pakistan, """
                {"on": "2025-09-17", "reason": "posted abroad", "nomination": %s}""".formatted(nomination("PK", "CO_CHAIR")))
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endedBecause", equalTo("LEFT"));

        var members = Api.get("/api/v1/working-groups/" + group);
        assertThat(members.getList("missing")).isEmpty();
        var successor = members.getString("members[2].personId");
        var moved = Api.get("/api/v1/deadlines/" + deadline);
        assertThat(moved.getList("responsible.personId")).containsExactly(successor);
        assertThat(moved.getList("history.cause").getLast()).isEqualTo("handed over to another member");
        await().untilAsserted(() -> assertThat(
                        Broker.told("mou.deadlines.v1", deadline).getLast().type())
                .isEqualTo("mou.deadline.changed.v1"));
        assertThat(nominations().getList("items")).isEmpty();
    }

    @Test
    void a_handover_to_nobody_of_the_side_is_refused_and_changes_nothing() {
        var before = rows.written();

        end(pakistan, "{\"on\": \"2025-09-17\", \"successor\": \"" + palestine + "\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("successor"));
        end(pakistan, "{\"on\": \"2025-09-17\", \"nomination\": " + nomination("PS", "EXPERT") + "}")
                .statusCode(400)
                .body("violations[0].field", equalTo("nomination.party"));
        end(pakistan, "{\"on\": \"2025-09-20\"}").statusCode(400).body("violations[0].field", equalTo("on"));

        assertThat(rows.written()).isEqualTo(before);
    }

    @Test
    void an_absence_is_told_with_the_person_who_stands_in_and_can_be_taken_back() {
        var deputy = member(nomination("PK", "MEMBER"));
        var absences = path(pakistan) + "/absences";

        sending("{\"from\": \"2025-10-01\", \"to\": \"2025-10-12\", \"deputy\": \"" + deputy + "\"}")
                .post(absences)
                .then()
                .statusCode(200)
                .body("absences[0].deputy", equalTo(deputy));
        sending("{\"from\": \"2025-10-12\", \"to\": \"2025-10-13\"}")
                .post(absences)
                .then()
                .statusCode(409);
        sending("{\"from\": \"2025-10-20\", \"to\": \"2025-10-19\"}")
                .post(absences)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("to"));
        var person = Api.get(path(deputy)).getString("person.id");
        await().untilAsserted(() -> {
            var told = Broker.told("mou.working-groups.v1", group).getLast();
            assertThat(told.type()).isEqualTo("mou.working-group.member-changed.v1");
            assertThat(told.data().at("/members/0/absences/0/deputy").asText()).isEqualTo(person);
        });

        asRegistrar().delete(absences + "/2").then().statusCode(404);
        asRegistrar().delete(absences + "/1").then().statusCode(200).body("absences", hasSize(0));
    }

    @Test
    void a_voided_membership_does_not_count_and_stays_on_record() {
        sending("{\"reason\": \"another person was meant\"}")
                .post(path(palestine) + "/voiding")
                .then()
                .statusCode(200)
                .body("endedBecause", equalTo("VOIDED"));
        sending("{\"reason\": \"again\"}")
                .post(path(palestine) + "/voiding")
                .then()
                .statusCode(409)
                .body("detail", containsString("voided already"));

        assertThat(nominations().getList("items.title")).containsExactly("Name a co-chair of PS");
        assertThat(Api.get("/api/v1/working-groups/" + group + "/history").getString("items[-1].reason"))
                .isEqualTo("another person was meant");
    }

    @Test
    void the_seats_of_a_person_are_found_across_groups() {
        var mail = UUID.randomUUID() + "@health.example";
        var nomination = nomination("PK", "EXPERT").replaceFirst("\"[^\"]+@[^\"]+\"", "\"" + mail + "\"");
        var first = member(nomination);
        var person = Api.get(path(first)).getString("person.id");
        var other = Api.groupOf(Seed.told().agreement()).getString("id");
        sending(nomination.replace("EXPERT", "CO_CHAIR"))
                .post("/api/v1/working-groups/" + other + "/members")
                .then()
                .statusCode(201);

        var seats = Api.get("/api/v1/members?person=" + person);
        assertThat(seats.getList("items.groupId")).containsExactly(group, other);
        assertThat(seats.getList("items.role")).containsExactly("EXPERT", "CO_CHAIR");
        assertThat(seats.getList("items.groupName")).doesNotContainNull();
        var page = Api.get("/api/v1/members?limit=1&person=" + person);
        assertThat(Api.get("/api/v1/members?limit=1&person=" + person + "&cursor=" + page.getString("next"))
                        .getList("items.groupId"))
                .containsExactly(other);
        end(first, "{\"on\": \"2025-09-17\"}").statusCode(200);
        assertThat(Api.get("/api/v1/members?status=ENDED&person=" + person).getList("items.memberId"))
                .containsExactly(first);
        assertThat(Api.get("/api/v1/members?party=PK&role=CO_CHAIR&group=" + group)
                        .getList("items.memberId"))
                .containsExactly(pakistan);
        asRegistrar().get("/api/v1/members?role=KING").then().statusCode(400);
    }

    @Test
    void a_deadline_for_which_nobody_sits_is_found() {
        var deadline = entered(null);
        var list = "/api/v1/deadlines?unassigned=true&workingGroup=" + group;
        assertThat(Api.get(list).getList("items")).isEmpty();

        end(pakistan, "{\"on\": \"2025-09-17\"}").statusCode(200);

        assertThat(Api.get(list).getList("items.id")).contains(deadline);
        assertThat(Api.get(list + "&kind=ACTION").getList("items.responsible[0].party"))
                .containsExactly("PK");
        assertThat(Api.get("/api/v1/working-groups?orphan=true&status=CONSTITUTED")
                        .getList("items.id"))
                .contains(group);
        assertThat(Api.get("/api/v1/deadlines?unassigned=false&workingGroup=" + group)
                        .getList("items.id"))
                .doesNotContain(deadline);
    }

    /** An action item of Pakistan, perhaps of one of its members. */
    private String entered(@org.jspecify.annotations.Nullable String person) {
        var id = sending("""
                {"workingGroupId": "%s", "kind": "ACTION", "title": "Send the list of trainees",
                 "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}, "responsible": ["PK"]}""".formatted(group))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        if (person != null) {
            try {
                rows.execute(
                        "UPDATE deadline SET responsible = '[{\"party\": \"PK\", \"personId\": \"%s\"}]' WHERE id = '%s'"
                                .formatted(person, id));
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return id;
    }

    private io.restassured.path.json.JsonPath nominations() {
        return Api.get("/api/v1/deadlines?kind=NOMINATION&workingGroup=" + group);
    }

    private String ids(String json) {
        return json.replace("\"alternateFor\": \"PK\"", "\"alternateFor\": \"" + pakistan + "\"")
                .replace("\"alternateFor\": \"PS\"", "\"alternateFor\": \"" + palestine + "\"");
    }

    private String member(String nomination) {
        return nominating(nomination).statusCode(201).extract().jsonPath().getString("id");
    }

    private ValidatableResponse nominating(String nomination) {
        return sending(nomination)
                .post("/api/v1/working-groups/" + group + "/members")
                .then();
    }

    private String path(String member) {
        return "/api/v1/working-groups/" + group + "/members/" + member;
    }

    private String read(String member) {
        return Api.get(path(member)).getString("status");
    }

    private ValidatableResponse end(String member, String leaving) {
        return sending(leaving).post(path(member) + "/end").then();
    }
}
