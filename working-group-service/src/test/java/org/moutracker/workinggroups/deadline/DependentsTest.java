package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.sending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class DependentsTest {

    private final Seed seed = Seed.fresh();

    @Test
    void what_counts_from_another_commitment_is_armed_when_that_one_is_met() {
        Broker.tell(seed.signed(), seed.opened(), promise("C-02", "C-01", "MET"));
        var second = of("C-02");
        assertThat(second.getString("status")).isEqualTo("AWAITING_ANCHOR");
        assertThat(second.getList("missing")).asString().isEqualTo("[DEADLINE C-01 MET]");

        var first = of("C-01").getString("id");
        command(first, "completion", "{\"on\": \"2025-09-17\"}");
        second = of("C-02");
        assertThat(second.getString("status")).isEqualTo("ACTIVE");
        assertThat(second.getString("lastDay")).isEqualTo("2025-09-27");
        assertThat(second.getList("history.cause").getLast()).isEqualTo("DEADLINE C-01 MET is known: 2025-09-17");

        command(first, "reopening", "{\"reason\": \"it was not\"}");
        second = of("C-02");
        assertThat(second.getString("status")).isEqualTo("AWAITING_ANCHOR");
        assertThat(second.getList("history.cause").getLast())
                .isEqualTo("DEADLINE C-01 MET is not known any more: it was 2025-09-17");
    }

    @Test
    void a_chain_is_counted_again_once_and_in_order_in_whatever_order_it_was_heard() {
        Broker.tell(
                promise("C-04", "C-03", "DUE"),
                promise("C-03", "C-02", "DUE"),
                promise("C-02", "C-01", "DUE"),
                seed.signed(),
                seed.opened());
        await().until(() -> day("C-04").equals("2025-11-16"));
        assertThat(day("C-02")).isEqualTo("2025-10-27");
        assertThat(day("C-03")).isEqualTo("2025-11-06");

        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-18")));

        await().until(() -> day("C-04").equals("2025-11-17"));
        assertThat(day("C-02")).isEqualTo("2025-10-28");
        assertThat(day("C-03")).isEqualTo("2025-11-07");
        var last = of("C-04");
        assertThat(last.getList("history.cause"))
                .as("moved once")
                .hasSizeLessThanOrEqualTo(3)
                .last()
                .isEqualTo("DEADLINE C-03 DUE was corrected: 2025-11-07, not 2025-11-06");
        assertThat(Broker.told("mou.deadlines.v1", last.getString("id")).stream()
                        .filter(told -> told.type().equals("mou.deadline.rescheduled.v1")))
                .hasSize(1);
    }

    @Test
    void an_extension_moves_what_counts_from_it_and_cannot_make_a_circle() {
        Broker.tell(seed.signed(), seed.opened(), promise("C-02", "C-01", "DUE"));
        assertThat(day("C-02")).isEqualTo("2025-10-27");
        var first = of("C-01").getString("id");
        var second = of("C-02").getString("id");

        command(first, "extension", "{\"to\": \"2025-10-31\", \"reason\": \"agreed\"}");
        assertThat(day("C-02")).isEqualTo("2025-11-10");

        for (var name : List.of("C-01", "C-02", second)) {
            sending("""
                    {"to": {"anchor": {"deadline": "%s", "when": "DUE"}, "steps": [{"kind": "WITHIN", "period": "P90D"}]},
                     "reason": "a circle"}""".formatted(name))
                    .post("/api/v1/deadlines/" + first + "/extension")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("to.anchor"));
        }
    }

    @Test
    void what_was_changed_itself_also_follows_what_counts_from_another_change() {
        Broker.tell(seed.signed(), seed.opened());
        assertThat(day("C-01")).isEqualTo("2025-10-17");
        var between = sending("""
                {"agreementId": "%s", "kind": "ACTION", "title": "Between",
                 "rule": {"anchor": {"deadline": "C-01", "when": "DUE"}, "steps": [{"kind": "WITHIN", "period": "P10D"}]}}""".formatted(seed.agreement()))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Broker.tell(promise("C-03", between, "DUE"));
        assertThat(day("C-03")).isEqualTo("2025-11-06");

        // One event moves C-01 and makes a third party answer for C-03: both change, and what lies between them does,
        // too.
        var signed = seed.signed(Map.of("STATEMENT_MADE", "2025-09-18"));
        var parties = (ArrayNode) signed.data().get("parties").deepCopy();
        parties.add(((ObjectNode) parties.get(0).deepCopy()).put("code", "XX").put("side", "XX"));
        Broker.tell(signed.with("parties", parties));

        await().until(() -> day("C-01").equals("2025-10-18"));
        assertThat(of("C-03").getList("responsible.party")).hasSize(3);
        assertThat(day("C-03")).isEqualTo("2025-11-07");
    }

    @Test
    void what_is_cancelled_leaves_nothing_to_count_from() {
        Broker.tell(seed.signed(), seed.opened(), promise("C-02", "C-01", "DUE"));
        assertThat(day("C-02")).isEqualTo("2025-10-27");

        command(of("C-01").getString("id"), "voiding", "{\"reason\": \"not promised\"}");

        assertThat(of("C-02").getString("status")).isEqualTo("AWAITING_ANCHOR");
    }

    private Sample promise(String code, String after, String when) {
        return Sample.of("mou.commitment.opened.v1")
                .subject(UUID.randomUUID())
                .with("agreementId", seed.agreement())
                .with("code", code)
                .with("kind", "DELIVERABLE")
                .with("body", null)
                .with(
                        "rule",
                        Map.of(
                                "anchor", Map.of("deadline", after, "when", when),
                                "steps", List.of(Map.of("kind", "WITHIN", "period", "P10D"))));
    }

    private String day(String code) {
        return String.valueOf(of(code).getString("lastDay"));
    }

    private JsonPath of(String code) {
        return await().until(
                        () -> {
                            var list = Api.get("/api/v1/deadlines?agreement=" + seed.agreement());
                            var at = list.getList("items.origin.commitment").indexOf(code);
                            return at < 0 ? null : list.setRootPath("items[" + at + "]");
                        },
                        found -> found != null);
    }

    private static void command(String deadline, String command, String body) {
        sending(body)
                .post("/api/v1/deadlines/" + deadline + "/" + command)
                .then()
                .statusCode(200);
    }
}
