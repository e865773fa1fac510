package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.sending;
import static org.moutracker.workinggroups.meeting.Table.ok;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class MeetingRulesTest {

    @Inject
    Rows rows;

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void a_duty_to_meet_that_is_waived_or_voided_opens_the_next_one_counted_from_the_first_meeting() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2025-11-11T10:00:00Z"));
        table.held("2025-11-10");
        assertThat(open(table)).isEqualTo("2026-05-10");

        settle(table, "waiver");
        assertThat(open(table)).isEqualTo("2026-11-10");
        assertThat(table.plan().getString("nextDue.lastDay")).isEqualTo("2026-11-10");

        settle(table, "voiding");
        assertThat(open(table)).isEqualTo("2027-05-10");
        assertThat(table.plan().getString("nextDue.lastDay")).isEqualTo("2027-05-10");

        // The second meeting meets what is due by then, and the third is due after that.
        TestStack.clock().set(Instant.parse("2027-04-02T10:00:00Z"));
        table.held("2027-04-01");
        assertThat(open(table)).isEqualTo("2027-11-10");
        assertThat(table.deadlines("MEETING").getList("items.status"))
                .containsExactlyInAnyOrder("MET", "WAIVED", "CANCELLED", "MET", "ACTIVE");
    }

    @Test
    void a_waiver_that_is_taken_back_is_due_again_and_the_one_after_it_is_not() {
        var table = Table.meeting(rows);
        TestStack.clock().set(Instant.parse("2025-11-11T10:00:00Z"));
        table.held("2025-11-10");
        var waived = settle(table, "waiver");

        sending("{\"reason\": \"they do meet\"}")
                .post("/api/v1/deadlines/" + waived + "/reopening")
                .then()
                .statusCode(200);

        assertThat(open(table)).isEqualTo("2026-05-10");
    }

    @Test
    void the_deputy_of_a_co_chair_who_is_away_counts_as_co_chair() {
        var table = Table.meeting(rows);
        var deputy = member(table, "PS", "EXPERT");
        var meeting = table.convened("2025-11-10");
        sending("{\"from\": \"2025-11-09\", \"to\": \"2025-11-10\", \"deputy\": \"%s\"}".formatted(deputy))
                .post("/api/v1/working-groups/" + table.group() + "/members/"
                        + table.ps().getString("id") + "/absences")
                .then()
                .statusCode(200);
        TestStack.clock().set(Instant.parse("2025-11-10T10:00:00Z"));

        var held = ok(meeting, "holding", """
                {"startedAt": "2025-11-10T05:00:00Z", "endedAt": "2025-11-10T09:00:00Z", "attendance": ["%s", "%s"]}""".formatted(table.pk().getString("id"), deputy));

        assertThat(held.getBoolean("held.quorate")).isTrue();
        assertThat(held.getList("held.sides.coChairPresent")).containsExactly(true, true);
        sending("{\"present\": [\"%s\"]}".formatted(table.pk().getString("id")))
                .put("/api/v1/meetings/" + meeting + "/attendance")
                .then()
                .statusCode(200)
                .body("held.quorate", equalTo(false));
    }

    @Test
    void an_alternate_counts_as_co_chair_where_the_terms_say_so() {
        var says = Table.of(
                rows,
                Table.RULE.replace("\"coChairPerSide\": true", "\"coChairPerSide\": true, \"alternatesAct\": true"));
        var doesNot = Table.meeting(rows);

        assertThat(heldByAlternate(says).getBoolean("held.quorate")).isTrue();
        TestStack.clock().begin(morning, Speed.STILL);
        assertThat(heldByAlternate(doesNot).getList("held.lacking")).containsExactly("PS lacks its co-chair");
    }

    private static JsonPath heldByAlternate(Table table) {
        var alternate = member(table, "PS", "ALTERNATE");
        var meeting = table.convened("2025-11-10");
        TestStack.clock().set(Instant.parse("2025-11-10T10:00:00Z"));
        return ok(meeting, "holding", """
                {"startedAt": "2025-11-10T05:00:00Z", "endedAt": "2025-11-10T09:00:00Z", "attendance": ["%s", "%s"]}""".formatted(table.pk().getString("id"), alternate));
    }

    private static String member(Table table, String party, String role) {
        return Api.nominate(table.group(), party, role)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** The last day of the one duty to meet that is open. */
    private static String open(Table table) {
        var days = table.deadlines("MEETING").getList("items.findAll { it.status == 'ACTIVE' }.lastDay", String.class);
        assertThat(days).hasSize(1);
        return days.getFirst();
    }

    /** Settles the duty that is open; its id. */
    private static String settle(Table table, String how) {
        var id = table.deadlines("MEETING").getString("items.find { it.status == 'ACTIVE' }.id");
        sending("{\"reason\": \"both sides agreed\"}")
                .post("/api/v1/deadlines/" + id + "/" + how)
                .then()
                .statusCode(200);
        return id;
    }
}
