package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.sending;
import static org.moutracker.workinggroups.meeting.Table.ok;
import static org.moutracker.workinggroups.meeting.Table.read;

import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class MeetingStoryTest {

    @Inject
    Rows rows;

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void from_the_first_meeting_in_islamabad_to_the_second_in_ramallah() {
        var table = Table.meeting(rows);
        var first = table.deadlines("MEETING");
        assertThat(first.getList("items.lastDay")).containsExactly("2026-03-17");
        assertThat(first.getString("items[0].title")).isEqualTo("Hold the first meeting");
        assertThat(first.getList("items[0].responsible.party")).containsExactly("PK");
        assertThat(first.getString("items[0].explanation[0].step")).isEqualTo("GROUP_ESTABLISHED");

        var planned = table.plan("""
                {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "place": "Islamabad"}""").then().statusCode(201).extract().jsonPath();
        var meeting = planned.getString("id");
        assertThat(planned.getInt("number")).isEqualTo(1);
        assertThat(planned.getString("title")).isEqualTo("First meeting");
        assertThat(planned.getString("host")).isEqualTo("PK");
        assertThat(planned.getString("startsAt")).isEqualTo("2025-11-10T05:00:00Z");
        assertThat(planned.getList("local"))
                .hasToString("[{party=PK, zone=Asia/Karachi, startsAt=2025-11-10T10:00:00+05:00,"
                        + " endsAt=2025-11-10T14:00:00+05:00}, {party=PS, zone=Asia/Hebron,"
                        + " startsAt=2025-11-10T07:00:00+02:00, endsAt=2025-11-10T11:00:00+02:00}]");

        sending("""
                {"items": [{"title": "Plan of work", "minutes": 60, "papers": [{"title": "Draft",
                  "uri": "https://files.health.example/plan.pdf"}]}, {"title": "Training"}]}""").put("/api/v1/meetings/" + meeting + "/agenda").then().statusCode(200);
        var convened = ok(meeting, "convocation", """
                {"guests": [{"name": "Li Wei", "email": "li.wei@lab.example", "language": "zh", "zone": "Asia/Shanghai"}]}""");
        assertThat(convened.getList("agenda.number")).containsExactly(1, 2);
        assertThat(convened.getList("invitees.name")).containsExactly("Ayesha Khan", "Ayesha Khan", "Li Wei");
        assertThat(convened.getList("invitees.as")).containsExactly("MEMBER", "MEMBER", "GUEST");
        var guest = convened.getString("invitees[2].personId");
        await().untilAsserted(
                        () -> assertThat(Broker.told("mou.people.v1", guest)).hasSize(1));
        ok(meeting, "replies", "{\"person\": \"%s\", \"answer\": \"ACCEPTED\"}".formatted(guest));

        TestStack.clock().set(Instant.parse("2025-11-10T09:30:00Z"));
        var held = table.hold(meeting, "2025-11-10");
        assertThat(held.getString("status")).isEqualTo("HELD");
        assertThat(held.getBoolean("held.quorate")).isTrue();
        assertThat(held.getString("held.on")).isEqualTo("2025-11-10");
        assertThat(Api.get("/api/v1/working-groups/" + table.group()).getString("status"))
                .isEqualTo("ACTIVE");
        var meetings = table.deadlines("MEETING");
        assertThat(meetings.getList("items.status")).containsExactly("MET", "ACTIVE");
        assertThat(meetings.getList("items.metOn")).containsExactly("2025-11-10", null);
        assertThat(meetings.getList("items.lastDay")).containsExactly("2026-03-17", "2026-05-10");
        assertThat(meetings.getList("items[1].responsible.party")).containsExactly("PS");
        assertThat(meetings.getString("items[1].explanation[1].because"))
                .isEqualTo("the 1st time, every 6 months counted from 2025-11-10");
        var minutes = table.deadlines("MINUTES");
        assertThat(minutes.getList("items.lastDay")).containsExactly("2025-12-10");
        assertThat(minutes.getList("items[0].responsible.party")).containsExactly("PK");

        table.circulate(meeting);
        var said = table.deadlines("MINUTES");
        assertThat(said.getList("items.lastDay")).containsExactly("2025-11-24", "2025-11-24", "2025-12-10");
        assertThat(said.getList("items.status")).containsExactly("ACTIVE", "ACTIVE", "MET");
        ok(meeting, "minutes/agreement", "{\"side\": \"PK\"}");
        var agreed = ok(meeting, "minutes/agreement", "{\"side\": \"PS\", \"note\": \"note 14/2025\"}");
        assertThat(agreed.getString("status")).isEqualTo("MINUTES_AGREED");
        assertThat(table.deadlines("MINUTES").getList("items.status")).containsOnly("MET");

        TestStack.clock().set(Instant.parse("2026-05-22T07:00:00Z"));
        var plan = table.plan();
        assertThat(plan.getString("lastHeld.on")).isEqualTo("2025-11-10");
        assertThat(plan.getString("nextDue.lastDay")).isEqualTo("2026-05-10");
        assertThat(plan.getString("overdueBy")).isEqualTo("P12D");
        assertThat(plan.getString("nextHost")).isEqualTo("PS");
        var second = table.planned("2026-06-08");
        assertThat(read(second).getString("host")).isEqualTo("PS");
        assertThat(read(second).getString("zone")).isEqualTo("Asia/Hebron");
        assertThat(table.plan().getList("planned.id")).containsExactly(second);

        await().untilAsserted(() -> assertThat(Broker.told("mou.meetings.v1", meeting))
                .extracting(
                        Broker.Told::type, told -> told.data().get("version").asInt())
                .hasToString("[(\"mou.meeting.planned.v1\", 1), (\"mou.meeting.changed.v1\", 2),"
                        + " (\"mou.meeting.convened.v1\", 3), (\"mou.meeting.answered.v1\", 4),"
                        + " (\"mou.meeting.held.v1\", 5), (\"mou.meeting.minutes-circulated.v1\", 6),"
                        + " (\"mou.meeting.changed.v1\", 7), (\"mou.meeting.minutes-agreed.v1\", 8)]"));
        assertThat(agreed.getInt("version")).isEqualTo(8);
        assertThat(Broker.told("mou.meetings.state.v1", meeting).toString()).doesNotContain("Li Wei", "lab.example");
        // Twelve days beyond its interval.
        await().untilAsserted(() -> assertThat(Broker.told("mou.working-groups.v1", table.group()))
                .extracting(Broker.Told::type)
                .endsWith("mou.working-group.activated.v1", "mou.working-group.became-dormant.v1"));
        var history = Api.get("/api/v1/meetings/" + meeting + "/history");
        assertThat(history.getList("items.event")).hasSize(8);
        assertThat(history.getString("items[2].cause")).isEqualTo("convened");
        assertThat(history.getString("items[2].who")).isEqualTo("local-registrar");
        assertThat(history.getString("items[4].state.status")).isEqualTo("HELD");
    }

    @Test
    void a_late_meeting_moves_none_of_the_others_and_one_that_is_cancelled_leaves_the_duty() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2027-01-01T07:00:00Z"));
        table.held("2025-11-10");
        var cancelled = table.planned("2026-05-04");
        assertThat(read(cancelled).getInt("number")).isEqualTo(2);
        ok(cancelled, "cancellation", "{\"reason\": \"no visas\"}");
        assertThat(table.deadlines("MEETING").getList("items.status")).containsExactly("MET", "ACTIVE");

        var late = table.held("2026-06-08");

        assertThat(read(late).getInt("number")).isEqualTo(2);
        assertThat(read(late).getString("host")).isEqualTo("PS");
        assertThat(table.deadlines("MEETING").getList("items.lastDay"))
                .containsExactly("2026-03-17", "2026-05-10", "2026-11-10");
        assertThat(table.deadlines("MEETING").getList("items.metOn")).containsExactly("2025-11-10", "2026-06-08", null);
        assertThat(table.plan().getString("nextHost")).isEqualTo("PK");
    }

    @Test
    void an_extraordinary_meeting_meets_nothing_and_has_no_number() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2025-12-01T07:00:00Z"));
        var meeting = table.plan("""
                {"kind": "EXTRAORDINARY", "startsAt": "2025-11-20T05:00:00Z", "endsAt": "2025-11-20T09:00:00Z",
                 "online": "https://meet.health.example/x", "host": "PS"}""").jsonPath();
        assertThat(meeting.getString("title")).isEqualTo("Extraordinary meeting");
        assertThat(meeting.getString("number")).isNull();
        ok(meeting.getString("id"), "convocation", "{\"shortNotice\": \"urgent\"}");
        table.hold(meeting.getString("id"), "2025-11-20");

        assertThat(table.deadlines("MEETING").getList("items.status")).containsExactly("ACTIVE");
        assertThat(Api.get("/api/v1/working-groups/" + table.group()).getString("status"))
                .isEqualTo("ACTIVE");
        assertThat(table.plan().getString("lastHeld")).isNull();
    }

    @Test
    void who_receives_the_others_has_to_see_to_the_meeting_also_out_of_turn() {
        var table = Table.meeting(rows);
        table.plan("""
                {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "place": "Ramallah", "host": "PS"}""").then().statusCode(201);

        assertThat(table.deadlines("MEETING").getList("items[0].responsible.party"))
                .containsExactly("PS");
    }

    @Test
    void a_meeting_that_never_was_opens_what_it_has_met() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2026-07-01T07:00:00Z"));
        var first = table.held("2025-11-10");
        var second = table.held("2026-05-10");
        table.circulate(second);
        assertThat(met(table)).isEqualTo("2025-11-10 2026-05-10");
        var entered = sending("""
                {"workingGroupId": "%s", "kind": "REPORT", "title": "Report", "rule":
                 {"anchor": {"event": "PREVIOUS_MEETING"}, "steps": [{"kind": "WITHIN", "period": "P10D"}]}}""".formatted(table.group()))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(entered.getString("lastDay")).isEqualTo("2026-05-20");

        ok(second, "voiding", "{\"reason\": \"another group\"}");

        assertThat(met(table)).isEqualTo("2025-11-10 2025-11-10");
        assertThat(table.deadlines("MEETING").getList("items.status")).containsExactly("MET", "ACTIVE", "CANCELLED");
        assertThat(Api.get("/api/v1/deadlines/" + entered.getString("id")).getString("lastDay"))
                .isEqualTo("2025-11-20");
        assertThat(Api.get("/api/v1/deadlines?kind=MINUTES&status=ACTIVE&workingGroup=" + table.group())
                        .getList("items.lastDay"))
                .as("those of the first")
                .containsExactly("2025-12-10");

        ok(first, "voiding", "{\"reason\": \"another group\"}");

        assertThat(met(table)).isEmpty();
        assertThat(table.deadlines("MEETING").getList("items.status"))
                .containsExactly("ACTIVE", "CANCELLED", "CANCELLED");
        assertThat(Api.get("/api/v1/deadlines/" + entered.getString("id")).getString("status"))
                .isEqualTo("AWAITING_ANCHOR");
        assertThat(table.planned("2026-07-20")).isNotNull();
        assertThat(table.plan().getInt("planned[0].number")).isEqualTo(1);
    }

    @Test
    void when_an_earlier_meeting_never_was_the_later_ones_take_its_place() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2026-07-01T07:00:00Z"));
        var first = table.held("2025-11-10");
        table.held("2026-05-10");

        ok(first, "voiding", "{\"reason\": \"another group\"}");

        var deadlines = table.deadlines("MEETING");
        assertThat(deadlines.getList("items.status")).containsExactly("MET", "ACTIVE", "CANCELLED");
        assertThat(deadlines.getString("items[0].metOn")).isEqualTo("2026-05-10");
        // Of the first that is left.
        assertThat(deadlines.getString("items[1].lastDay")).isEqualTo("2026-11-10");
    }

    @Test
    void without_a_meeting_rule_meetings_work_and_nothing_is_due() {
        var table = Table.without(rows);
        TestStack.clock().set(Instant.parse("2025-12-01T07:00:00Z"));
        var planned = table.plan("""
                {"startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00", "host": "PK", "place": "Islamabad"}""").jsonPath();
        ok(planned.getString("id"), "convocation", "{}");
        table.hold(planned.getString("id"), "2025-11-10");
        var minutes = table.circulate(planned.getString("id"));

        assertThat(minutes.getString("minutes.agreeBy")).isNull();
        assertThat(table.deadlines("MEETING").getList("items")).isEmpty();
        assertThat(table.deadlines("MINUTES").getList("items")).isEmpty();
        assertThat(table.plan().getString("nextDue")).isNull();
    }

    private String met(Table table) {
        return rows.ask("SELECT concat_ws(' ', first_met_on, last_met_on) FROM working_group WHERE id = '%s'"
                .formatted(table.group()));
    }
}
