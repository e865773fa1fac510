package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;
import static org.moutracker.workinggroups.meeting.Table.ok;
import static org.moutracker.workinggroups.meeting.Table.post;
import static org.moutracker.workinggroups.meeting.Table.read;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class MeetingResourceTest {

    @Inject
    Rows rows;

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"endsAt": "2025-11-10T14:00"}                                                              | startsAt
            {"startsAt": "2025-11-10T10:00"}                                                            | endsAt
            {"startsAt": "2025-11-10T14:00", "endsAt": "2025-11-10T10:00"}                              | endsAt
            {"startsAt": "tomorrow", "endsAt": "2025-11-10T14:00"}                                      | startsAt
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "zone": "Asia/Islamabad"}    | zone
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "zone": "+05:00"}            | zone
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "host": "CN"}                | host
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "kind": "ANNUAL"}            | kind
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "online": "javascript:1"}    | online
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "place": "\\u0000"}           | place
            {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "sequence": 7}               | sequence
            """)
    void what_cannot_be_planned_is_refused_with_its_field_and_changes_nothing(String json, String field) {
        var table = Table.meeting(rows);
        var before = rows.written();

        table.plan(json)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("violations[0].field", equalTo(field));

        assertThat(rows.written()).isEqualTo(before);
    }

    @Test
    void a_group_meets_from_its_constitution_to_its_end() throws SQLException {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        var json = "{\"startsAt\": \"2025-11-10T10:00\", \"endsAt\": \"2025-11-10T14:00\", \"host\": \"PK\"}";
        sending(json)
                .post("/api/v1/working-groups/" + group + "/meetings")
                .then()
                .statusCode(409)
                .body("detail", equalTo("a group that is MANDATED cannot meet: it has to be constituted first"));
        var table = Table.meeting(rows);
        var planned = table.planned("2025-11-10");
        rows.execute("UPDATE working_group SET status = 'CONCLUDED' WHERE id = '%s'".formatted(table.group()));
        table.plan(json)
                .then()
                .statusCode(409)
                .body("detail", equalTo("a group that is CONCLUDED cannot meet any more"));
        post(planned, "convocation", "{}").then().statusCode(409);
        sending(json)
                .post("/api/v1/working-groups/" + UUID.randomUUID() + "/meetings")
                .then()
                .statusCode(404);
    }

    @Test
    void a_host_must_be_named_where_the_terms_name_none() {
        Table.without(rows)
                .plan("{\"startsAt\": \"2025-11-10T10:00\", \"endsAt\": \"2025-11-10T14:00\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("host"));
    }

    @Test
    void a_plan_that_is_sent_again_with_its_key_is_one_meeting() {
        var table = Table.meeting(rows);
        var key = UUID.randomUUID().toString();
        var ids = IntStream.range(0, 2)
                .mapToObj(time -> sending("{\"startsAt\": \"2025-11-10T10:00\", \"endsAt\": \"2025-11-10T14:00\"}")
                        .header("Idempotency-Key", key)
                        .post("/api/v1/working-groups/" + table.group() + "/meetings")
                        .then()
                        .statusCode(201)
                        .header("Location", startsWith("http"))
                        .extract()
                        .jsonPath()
                        .getString("id"))
                .toList();

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(table.plan().getList("planned")).hasSize(1);
    }

    @Test
    void meetings_that_are_planned_at_once_get_a_number_each() {
        var table = Table.meeting(rows);
        try (var callers = Executors.newFixedThreadPool(4)) {
            var numbers = IntStream.range(0, 4)
                    .mapToObj(caller -> callers.submit(
                            () -> read(table.planned("2025-11-1" + caller)).getInt("number")))
                    .toList();

            assertThat(numbers).map(Future::get).containsExactlyInAnyOrder(1, 2, 3, 4);
        }
    }

    @Test
    void shorter_notice_needs_a_reason() {
        var table = Table.meeting(rows);
        var soon = table.planned("2025-09-25");

        post(soon, "convocation", "{}")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "the terms ask for a notice of P14D, and the meeting is on 2025-09-25: say why it is shorter"));
        assertThat(ok(soon, "convocation", "{\"shortNotice\": \"both agreed\"}").getString("shortNotice"))
                .isEqualTo("both agreed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"guests": [{"name": "Li Wei", "email": "li.wei"}]}                                         | guests[0].email
            {"guests": [{"email": "li.wei@lab.example"}]}                                               | guests[0].name
            {"guests": [{"name": "Li", "email": "li@lab.example", "zone": "Asia/Nowhere"}]}             | guests[0].zone
            {"guests": [{"name": "Li", "email": "li@lab.example"}, {"name": "Li", "email": "LI@lab.example"}]} | guests[1].email
            {"guests": [null]}                                                                          | guests[0]
            """)
    void a_guest_that_cannot_be_reached_is_refused(String json, String field) {
        var meeting = Table.meeting(rows).planned("2025-11-10");
        var before = rows.written();

        var violations = post(meeting, "convocation", json)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("violations.field", String.class);

        assertThat(violations).anyMatch(one -> one.startsWith(field));
        assertThat(rows.written()).isEqualTo(before);
    }

    @Test
    void a_member_is_no_guest() {
        var table = Table.meeting(rows);
        post(table.planned("2025-11-10"), "convocation", """
                {"guests": [{"name": "Ayesha Khan", "email": "%s"}]}""".formatted(
                                table.pk().getString("person.email")))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("guests[0].email"));
    }

    @Test
    void stale_commands_are_refused() {
        var meeting = Table.meeting(rows).planned("2025-11-10");

        sending("{}")
                .header("If-Match", "\"7\"")
                .post("/api/v1/meetings/" + meeting + "/convocation")
                .then()
                .statusCode(412);
        sending("{}")
                .header("If-Match", "\"1\"")
                .post("/api/v1/meetings/" + meeting + "/convocation")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
    }

    @Test
    void of_whoever_is_neither_member_nor_invited_nobody_says_that_he_was_there() {
        var table = Table.meeting(rows);
        var meeting = table.convened("2025-11-10");
        var stranger = UUID.randomUUID();
        sending("{\"present\": [\"%s\", \"%s\"]}".formatted(table.pk().getString("id"), stranger))
                .put("/api/v1/meetings/" + meeting + "/attendance")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("present[1]"));
        TestStack.clock().set(Instant.parse("2025-11-10T10:00:00Z"));
        post(meeting, "holding", """
                {"startedAt": "2025-11-10T10:00", "endedAt": "2025-11-10T14:00", "attendance": ["%s"]}""".formatted(stranger))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("attendance[0]"));
        post(meeting, "holding", "{\"startedAt\": \"2025-11-10T10:00\", \"endedAt\": \"2025-11-10T14:00\"}")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("must say who was there, since nobody has yet"));
    }

    @Test
    void who_was_there_can_be_said_before_and_after_it_was_held() {
        var table = Table.meeting(rows);
        var meeting = table.convened("2025-11-10");
        sending("{\"present\": [\"%s\"]}".formatted(table.pk().getString("id")))
                .put("/api/v1/meetings/" + meeting + "/attendance")
                .then()
                .statusCode(200)
                .body("present[0]", equalTo(table.pk().getString("person.id")));
        TestStack.clock().set(Instant.parse("2025-11-10T10:00:00Z"));

        var held = ok(meeting, "holding", "{\"startedAt\": \"2025-11-10T10:00\", \"endedAt\": \"2025-11-10T14:00\"}");
        assertThat(held.getBoolean("held.quorate")).isFalse();
        assertThat(held.getList("held.lacking")).containsExactly("PS lacks 1 of 1", "PS lacks its co-chair");
        assertThat(Api.get("/api/v1/meetings?held=true&group=" + table.group()).getList("items.quorate"))
                .containsExactly(false);

        sending("{\"present\": [\"%s\", \"%s\"]}"
                        .formatted(table.pk().getString("id"), table.ps().getString("id")))
                .put("/api/v1/meetings/" + meeting + "/attendance")
                .then()
                .statusCode(200)
                .body("held.quorate", equalTo(true));
    }

    @Test
    void it_is_not_held_in_the_future_or_once_it_is_cancelled() {
        var table = Table.meeting(rows);
        var meeting = table.convened("2025-11-10");
        var future = """
                {"startedAt": "2025-11-10T10:00", "endedAt": "2025-11-10T14:00", "attendance": ["%s"]}""".formatted(table.pk().getString("id"));
        var before = rows.written();
        post(meeting, "holding", future).then().statusCode(400).body("violations[0].field", equalTo("startedAt"));
        assertThat(rows.written()).isEqualTo(before);

        ok(meeting, "cancellation", "{\"reason\": \"no visas\"}");
        TestStack.clock().set(Instant.parse("2025-11-10T10:00:00Z"));
        post(meeting, "holding", future)
                .then()
                .statusCode(409)
                .body("detail", equalTo("a meeting that is CANCELLED cannot be held"));
    }

    @Test
    void minutes_are_agreed_once_by_a_side() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2025-11-20T10:00:00Z"));
        var meeting = table.circulated("2025-11-10");

        ok(meeting, "minutes/agreement", "{\"side\": \"PK\"}");
        var before = rows.written();
        post(meeting, "minutes/agreement", "{\"side\": \"PK\"}").then().statusCode(409);
        post(meeting, "minutes/dispute", "{\"side\": \"PK\", \"reason\": \"no\"}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("PK has agreed to the minutes already"));
        post(meeting, "minutes/agreement", "{\"side\": \"CN\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("side"));
        post(meeting, "minutes", "{\"document\": {\"title\": \"M\", \"uri\": \"file:///etc/passwd\"}}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("document.uri"));
        assertThat(rows.written()).isEqualTo(before);
    }

    @Test
    void a_dispute_waits_for_the_next_round_and_the_deadlines_with_it() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2025-11-20T10:00:00Z"));
        var meeting = table.circulated("2025-11-10");
        ok(meeting, "minutes/dispute", "{\"side\": \"PS\", \"reason\": \"item 2\"}");
        assertThat(states(table)).containsExactly("CANCELLED", "MET", "MET");

        TestStack.clock().set(Instant.parse("2025-11-25T10:00:00Z"));
        var next = table.circulate(meeting);

        assertThat(next.getInt("minutes.round")).isEqualTo(2);
        assertThat(states(table)).containsExactly("ACTIVE", "ACTIVE", "MET");
        assertThat(table.deadlines("MINUTES").getList("items.lastDay"))
                .containsExactlyInAnyOrder("2025-12-09", "2025-12-09", "2025-12-10");
    }

    private static List<String> states(Table table) {
        return table.deadlines("MINUTES").getList("items.status", String.class).stream()
                .sorted()
                .toList();
    }

    @Test
    void postponed_it_has_no_times_until_it_is_rescheduled() {
        var table = Table.meeting(rows);
        var meeting = table.convened("2025-11-10");

        var postponed = ok(meeting, "postponement", "{\"reason\": \"no visas\"}");
        assertThat(postponed.getString("status")).isEqualTo("POSTPONED");
        assertThat(postponed.getString("startsAt")).isNull();
        assertThat(postponed.getList("local")).isEmpty();
        post(meeting, "rescheduling", "{\"place\": \"Lahore\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("startsAt"));
        post(meeting, "rescheduling", "{\"startsAt\": \"2025-12-08T10:00\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("endsAt"));

        var again =
                ok(meeting, "rescheduling", "{\"startsAt\": \"2025-12-08T10:00\", \"endsAt\": \"2025-12-08T14:00\"}");
        assertThat(again.getString("status")).isEqualTo("CONVENED");
        assertThat(again.getInt("sequence")).isEqualTo(2);
        var later = ok(meeting, "postponement", "{\"reason\": \"snow\", \"startsAt\": \"2025-12-15T10:00\"}");
        assertThat(later.getString("status")).isEqualTo("CONVENED");
        assertThat(later.getString("endsAt")).as("as long as before").isEqualTo("2025-12-15T09:00:00Z");
        post(meeting, "rescheduling", "{}").then().statusCode(409);
    }

    @Test
    void an_answer_says_whose_it_is_and_what() {
        var table = Table.meeting(rows);
        var meeting = table.convened("2025-11-10");
        var person = table.pk().getString("person.id");

        post(meeting, "replies", "{\"answer\": \"ACCEPTED\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("person"));
        post(meeting, "replies", "{\"person\": \"%s\", \"answer\": \"NEEDS_ACTION\"}".formatted(person))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("answer"));
        post(meeting, "replies", "{\"person\": \"%s\", \"answer\": \"ACCEPTED\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("is not invited to this meeting"));
        var declined = ok(
                meeting,
                "replies",
                "{\"person\": \"%s\", \"answer\": \"DECLINED\", \"comment\": \"ill\"}".formatted(person));
        assertThat(declined.getString("invitees[0].answer")).isEqualTo("DECLINED");
        assertThat(declined.getString("invitees[0].comment")).isEqualTo("ill");

        sending("{\"reason\": \"asked for it\"}")
                .post("/api/v1/people/" + person + "/erasure")
                .then()
                .statusCode(200);
        var forgotten = Api.get("/api/v1/meetings/" + declined.getString("id"));
        assertThat(forgotten.getString("invitees[0].comment")).isNull();
        assertThat(forgotten.getString("invitees[0].answer")).isEqualTo("DECLINED");
    }

    @Test
    void a_list_goes_from_page_to_page_and_takes_filters() {
        var table = Table.meeting(rows);
        var ids = new ArrayList<String>();
        for (var day = 10; day < 15; day++) {
            ids.add(table.planned("2025-11-" + day));
        }
        ok(ids.get(1), "cancellation", "{\"reason\": \"no visas\"}");
        ok(ids.get(4), "postponement", "{\"reason\": \"no visas\"}");
        var all = "/api/v1/meetings?group=" + table.group();

        var seen = new ArrayList<String>();
        var next = all + "&limit=2";
        while (next != null) {
            var page = asRegistrar().get(next).then().statusCode(200).extract();
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            var cursor = page.jsonPath().getString("next");
            next = cursor == null ? null : all + "&limit=2&cursor=" + cursor;
        }
        assertThat(seen).isEqualTo(ids);
        assertThat(Api.get(all + "&coming=true").getList("items.id"))
                .containsExactly(ids.get(0), ids.get(2), ids.get(3), ids.get(4));
        assertThat(Api.get(all + "&coming=false").getList("items.id")).containsExactly(ids.get(1));
        assertThat(Api.get(all + "&status=POSTPONED&kind=ORDINARY").getList("items.id"))
                .containsExactly(ids.get(4));
        assertThat(Api.get(all + "&from=2025-11-12&to=2025-11-12").getList("items.id"))
                .containsExactly(ids.get(2));
        asRegistrar().get(all + "&held=perhaps").then().statusCode(400);
        asRegistrar().get(all + "&cursor=x").then().statusCode(400);
        asRegistrar().get(all + "&day=1").then().statusCode(400);
        asRegistrar().get("/api/v1/meetings/" + UUID.randomUUID()).then().statusCode(404);
        asRegistrar()
                .get("/api/v1/meetings/" + UUID.randomUUID() + "/history")
                .then()
                .statusCode(404);
        asRegistrar()
                .get("/api/v1/working-groups/" + UUID.randomUUID() + "/meeting-plan")
                .then()
                .statusCode(404);
    }

    @Test
    void what_has_happened_can_be_changed_by_nobody() {
        Table.meeting(rows).planned("2025-11-10");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> rows.execute("DELETE FROM meeting_change"))
                .hasMessageContaining("permission denied");
    }
}
