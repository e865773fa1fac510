package org.moutracker.workinggroups.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.get;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class ReportResourceTest {

    private final Instant morning = TestStack.clock().instant();

    @Inject
    Rows rows;

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void it_says_what_was_done_in_time_or_late_what_is_open_and_what_is_overdue() {
        var seed = Seed.told();
        var group = constituted(seed);
        var inTime = entered(group, "In time", "2025-09-30");
        var late = entered(group, "Late", "2025-09-18");
        entered(group, "Overdue", "2025-09-19");
        entered(group, "Open", "2025-10-31");
        entered(group, "After the period", "2026-03-31");
        decide(group, "PK", "Send the list", "2025-10-15");
        TestStack.clock().set(Instant.parse("2025-10-01T08:00:00Z"));
        complete(inTime, "2025-09-29");
        complete(late, "2025-10-01");

        var report = report(group, "?from=2025-09-17&to=2025-10-01");

        assertThat(report.getList("deadlines.metInTime.items.title"))
                .contains("In time")
                .doesNotContain("Late");
        assertThat(report.getList("deadlines.metLate.items.title")).containsExactly("Late");
        assertThat(report.getList("deadlines.overdue.items.title")).containsExactly("Overdue");
        assertThat(report.getInt("deadlines.open.count"))
                .as("due after the last day")
                .isZero();
        assertThat(report.getList("decisions.all.items.number")).containsExactly("D-2025-01");
        assertThat(report.getInt("decisions.byStatus.ADOPTED")).isEqualTo(1);
        assertThat(report.getInt("agreements[0].commitmentsByStatus.OPEN")).isEqualTo(1);
        assertThat(report.getList("agreements[0].commitments.items.code")).containsExactly("C-01");
        assertThat(report.getString("agreements[0].reference")).isEqualTo("PK-PS-2025-HEALTH");
        assertThat(report.getString("agreements[0].title.en"))
                .isEqualTo("Memorandum of Understanding on health cooperation");
        assertThat(report.getString("sides.find { it.side == 'PS' }.roles.CO_CHAIR"))
                .isEqualTo("1");
        assertThat(report.getList("missing")).isEmpty();
        assertThat(report.prettify()).as("ids alone").doesNotContain("Ayesha", "@health.example");

        TestStack.clock().set(Instant.parse("2025-10-20T08:00:00Z"));
        var later = report(group, "?from=2025-09-17&to=2025-10-20");
        assertThat(later.getList("actionItems.overdue.items.title")).containsExactly("Send the list");
        assertThat(later.getString("actionItems.overdue.items[0].decision")).isEqualTo("D-2025-01");
    }

    @Test
    void what_time_has_brought_is_in_it_also_before_that_is_recorded() throws SQLException {
        var seed = Seed.told();
        var group = constituted(seed);
        var chance = entered(group, "A chance", "2025-09-16");
        var event = entered(group, "An event", "2025-09-16");
        rows.execute("""
                UPDATE deadline SET passed = true, once_passed = CASE id WHEN '%s' THEN 'LAPSED' ELSE 'MET' END
                WHERE id IN ('%s', '%s')""".formatted(chance, chance, event));
        rows.execute("""
                UPDATE working_group SET due_at = NULL, members = jsonb_set(members, '{0,until}', '"2025-09-16"')
                WHERE id = '%s'""".formatted(group));

        var report = report(group, "?from=2025-09-01");

        assertThat(report.getList("deadlines.overdue.items.title")).doesNotContain("A chance", "An event");
        assertThat(report.getList("deadlines.metInTime.items.title"))
                .contains("An event")
                .doesNotContain("A chance");
        assertThat(report.getList("missing.side")).containsExactly("PK");
        assertThat(report.getInt("sides.find { it.side == 'PK' }.members")).isZero();
    }

    @Test
    void an_agreement_of_which_only_an_earlier_version_heard_has_no_name_until_it_is_told_again() throws SQLException {
        var seed = Seed.told();
        var group = constituted(seed);
        rows.execute("UPDATE agreement SET reference = NULL, title = '{}' WHERE id = '%s'".formatted(seed.agreement()));

        assertThat(report(group, "").getMap("agreements[0]"))
                .containsEntry("reference", null)
                .containsEntry("title", Map.of());
    }

    @Test
    void what_is_internal_to_a_side_and_what_belongs_to_others_is_not_in_it() throws SQLException {
        var seed = Seed.told();
        var group = constituted(seed);
        var hidden = entered(group, "Ours alone", "2025-09-17");
        rows.execute("UPDATE deadline SET internal_to = 'PK' WHERE id = '%s'".formatted(hidden));
        entered(constituted(Seed.told()), "Of another group", "2025-09-17");

        var report = report(group, "?agreement=" + seed.agreement());

        assertThat(report.getList("deadlines.open.items.title")).doesNotContain("Ours alone", "Of another group");
        assertThat(report.getString("agreementId")).isEqualTo(seed.agreement().toString());
    }

    @Test
    void what_cannot_be_reported_is_refused_with_its_field() {
        var group = constituted(Seed.told());

        refused(group, "?to=2025-09-19", "to");
        refused(group, "?from=2025-09-18", "from");
        refused(group, "?agreement=" + UUID.randomUUID(), "agreement");
        asRegistrar()
                .get("/api/v1/working-groups/" + UUID.randomUUID() + "/report")
                .then()
                .statusCode(404);
    }

    @Test
    void one_that_is_handed_in_is_numbered_and_stays_as_it_was() {
        var group = constituted(Seed.told());
        entered(group, "Plan of work", "2025-09-17");

        var report = handIn(group, "2025-09-17", "2025-09-17")
                .then()
                .statusCode(201)
                .header("Location", containsString("/reports/"))
                .body("number", equalTo("R-2025-01"))
                .extract()
                .jsonPath();
        entered(group, "Entered afterwards", "2025-09-17");

        var path = "/api/v1/working-groups/" + group + "/reports";
        var stored = get(path + "/" + report.getString("id"));
        assertThat(stored.getList("content.deadlines.open.items.title"))
                .contains("Plan of work")
                .doesNotContain("Entered afterwards");
        handIn(group, "2025-09-17", "2025-09-17").then().statusCode(201).body("number", equalTo("R-2025-02"));
        assertThat(get(path + "?limit=1").getList("items.number")).containsExactly("R-2025-01");
        assertThat(get(path + "?limit=1&cursor=" + get(path + "?limit=1").getString("next"))
                        .getList("items.number"))
                .containsExactly("R-2025-02");
        asRegistrar().get(path + "/" + UUID.randomUUID()).then().statusCode(404);
        handIn(group, "2025-09-18", "2025-09-17").then().statusCode(400).body("violations.field", hasItem("from"));
    }

    @Test
    void the_one_that_the_terms_ask_for_has_a_deadline_which_it_meets_and_the_next_is_opened() throws SQLException {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        rows.execute("""
                UPDATE working_group SET terms = terms || '{"reports": {"every": "P1Y", "within": "P30D"}, "secretariat": "PK"}'
                WHERE id = '%s'""".formatted(group));
        seats(group);

        var first = duty(group, 0);
        assertThat(first.getString("title")).startsWith("Report no. 1 of ");
        assertThat(first.getString("lastDay")).as("a year, and 30 days").isEqualTo("2026-10-17");
        assertThat(first.getString("responsible[0].party")).isEqualTo("PK");
        handIn(group, "2025-09-17", "2025-09-17").then().statusCode(201).body("duty", equalTo(null));

        TestStack.clock().set(Instant.parse("2026-09-20T08:00:00Z"));
        handIn(group, "2025-09-18", "2026-09-16").then().statusCode(201).body("duty", equalTo(null));
        assertThat(duty(group, 0).getString("status")).as("a day is left out").isEqualTo("ACTIVE");
        handIn(group, "2025-09-17", "2026-09-16").then().statusCode(201).body("duty", equalTo(1));

        assertThat(duty(group, 0).getString("status")).isEqualTo("MET");
        assertThat(duty(group, 0).getList("history.cause").getLast()).isEqualTo("report R-2026-02");
        assertThat(duty(group, 1).getString("status")).isEqualTo("ACTIVE");
        assertThat(duty(group, 1).getString("lastDay")).isEqualTo("2027-10-17");
        assertThat(get("/api/v1/deadlines?kind=REPORT&workingGroup=" + group).getList("items"))
                .hasSize(2);
    }

    private static JsonPath duty(String group, int place) {
        return get("/api/v1/deadlines?kind=REPORT&workingGroup=" + group).setRootPath("items[%d]".formatted(place));
    }

    private static String constituted(Seed seed) {
        var group = Api.groupOf(seed.agreement()).getString("id");
        seats(group);
        return group;
    }

    private static void seats(String group) {
        Api.nominate(group, "PK", "CO_CHAIR").then().statusCode(201);
        Api.nominate(group, "PS", "CO_CHAIR").then().statusCode(201);
        await().until(() ->
                get("/api/v1/working-groups/" + group).getString("status").equals("CONSTITUTED"));
    }

    private static String entered(String group, String title, String on) {
        return sending("""
                {"workingGroupId": "%s", "kind": "DELIVERY", "title": "%s",
                 "rule": {"anchor": {"on": "%s"}, "steps": []}}""".formatted(group, title, on))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void complete(String deadline, String on) {
        sending("{\"on\": \"%s\"}".formatted(on))
                .post("/api/v1/deadlines/" + deadline + "/completion")
                .then()
                .statusCode(200);
    }

    private static void decide(String group, String party, String title, String due) {
        sending("""
                {"title": "Plan", "text": "As discussed.",
                 "positions": [{"side": "PK", "position": "FOR"}, {"side": "PS", "position": "FOR"}],
                 "effects": [{"do": "ASSIGN_ACTION", "title": "%s", "party": "%s", "due": "%s"}]}""".formatted(title, party, due))
                .post("/api/v1/working-groups/" + group + "/decisions")
                .then()
                .statusCode(201);
    }

    private static JsonPath report(String group, String query) {
        return get("/api/v1/working-groups/" + group + "/report" + query);
    }

    private static void refused(String group, String query, String field) {
        asRegistrar()
                .get("/api/v1/working-groups/" + group + "/report" + query)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private static Response handIn(String group, String from, String to) {
        return sending("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to))
                .post("/api/v1/working-groups/" + group + "/reports");
    }
}
