package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Broker.Told;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class AgreementEventsTest {

    @Test
    void a_commitment_to_establish_a_body_mandates_a_group_and_opens_its_deadline() {
        var seed = Seed.told();

        var group = Api.groupOf(seed.agreement());
        assertThat(group.getString("status")).isEqualTo("MANDATED");
        assertThat(group.getList("missing"))
                .asString()
                .isEqualTo("[{side=PK, what=CO_CHAIR}, {side=PS, what=CO_CHAIR}]");

        var deadline = Api.deadlineOf(seed.agreement());
        assertThat(deadline.getString("status")).isEqualTo("ACTIVE");
        assertThat(deadline.getString("lastDay")).isEqualTo("2025-10-17");
        assertThat(deadline.getString("dueAt")).isEqualTo("2025-10-17T21:00:00Z");
        assertThat(deadline.getString("workingGroupId")).isEqualTo(group.getString("id"));
        assertThat(deadline.getList("explanation.because"))
                .containsExactly(
                        "the day of the event is not counted",
                        "30 days after 2025-09-17: day 1 is 2025-09-18, day 30 is 2025-10-17",
                        "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20",
                        "2025-10-17 ends in Asia/Karachi at 2025-10-17T19:00:00Z, 2025-10-17 ends in Asia/Hebron at"
                                + " 2025-10-17T21:00:00Z; nobody is late until the day is over for all");
        assertThat(deadline.getList("history.cause")).containsExactly("commitment C-01 was opened");
    }

    @Test
    void both_are_told_with_the_event_that_caused_them() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");

        assertThat(types("mou.working-groups.v1", group)).containsExactly("mou.working-group.mandated.v1");
        assertThat(types("mou.deadlines.v1", deadline)).containsExactly("mou.deadline.opened.v1");
        assertThat(types("mou.deadlines.state.v1", deadline)).containsExactly("mou.deadline.opened.v1");
        var told = Broker.told("mou.deadlines.v1", deadline).getFirst();
        assertThat(told.subject()).isEqualTo("deadlines/" + deadline);
        assertThat(told.data().get("scheduledAt").asText()).isEqualTo("2025-09-17T07:00:00Z");
        assertThat(told.data().get("version").asInt()).isEqualTo(1);
        var cause = Broker.records("mou.deadlines.v1").stream()
                .filter(record -> deadline.equals(record.key()))
                .map(record -> Broker.header(record, "ce_causationid"))
                .toList();
        assertThat(cause).hasSize(1).doesNotContain("");
    }

    @Test
    void what_follows_from_an_imported_agreement_says_when_that_was_and_keeps_saying_so() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed().with("importedAt", "2025-09-17T06:00:00.120Z"), seed.opened());

        var deadline = Api.deadlineOf(seed.agreement()).getString("id");
        assertThat(Api.deadlineOf(seed.agreement()).getString("origin.importedAt"))
                .isEqualTo("2025-09-17T06:00:00.120Z");
        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-18"))
                .with("importedAt", "2025-09-17T06:00:00.120Z")
                .sequence(9_000_101));
        settle();

        assertThat(types("mou.deadlines.v1", deadline))
                .containsExactly("mou.deadline.opened.v1", "mou.deadline.rescheduled.v1");
        assertThat(Broker.told("mou.deadlines.v1", deadline)).allSatisfy(told -> assertThat(
                        told.data().get("origin").get("importedAt").asText())
                .isEqualTo("2025-09-17T06:00:00.120Z"));
        assertThat(Api.deadlineOf(Seed.told().agreement()).getMap("origin")).doesNotContainKey("importedAt");
    }

    @Test
    void a_commitment_may_be_heard_before_its_agreement() {
        var seed = Seed.fresh();
        Broker.tell(seed.opened());
        Api.groupOf(Seed.told().agreement());
        assertThat(Api.get("/api/v1/working-groups?agreement=" + seed.agreement())
                        .getList("items"))
                .isEmpty();

        Broker.tell(seed.signed());

        assertThat(Api.groupOf(seed.agreement()).getString("status")).isEqualTo("MANDATED");
        assertThat(Api.deadlineOf(seed.agreement()).getString("lastDay")).isEqualTo("2025-10-17");
    }

    @Test
    void the_same_events_twice_change_nothing() {
        var seed = Seed.fresh();
        var signed = seed.signed();
        var opened = seed.opened();
        Broker.tell(signed, opened);
        var before = Api.deadlineOf(seed.agreement()).prettify();

        Broker.tell(signed, opened, seed.opened(), seed.signed());
        settle();

        assertThat(Api.deadlineOf(seed.agreement()).prettify()).isEqualTo(before);
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");
        assertThat(types("mou.deadlines.v1", deadline)).containsExactly("mou.deadline.opened.v1");
    }

    @Test
    void an_older_event_after_a_newer_one_changes_nothing() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-18")).sequence(9_000_002), seed.opened());
        assertThat(Api.deadlineOf(seed.agreement()).getString("lastDay")).isEqualTo("2025-10-18");

        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-17")).sequence(9_000_001));
        settle();

        assertThat(Api.deadlineOf(seed.agreement()).getString("lastDay")).isEqualTo("2025-10-18");
    }

    @Test
    void a_deadline_is_armed_by_the_fact_it_waits_for_and_moved_by_its_correction() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(Map.of("SIGNATURE", "2025-09-17")), seed.opened());
        var waiting = Api.deadlineOf(seed.agreement());
        assertThat(waiting.getString("status")).isEqualTo("AWAITING_ANCHOR");
        assertThat(waiting.getString("certainty")).isEqualTo("PENDING");
        assertThat(waiting.getList("missing")).asString().isEqualTo("[STATEMENT_MADE]");

        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-17")).at("2025-09-18T08:00:00Z"));
        await().until(() -> Api.deadlineOf(seed.agreement()).getString("status").equals("ACTIVE"));
        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-18")));
        await().until(() -> Api.deadlineOf(seed.agreement()).getInt("scheduleNo") == 2);

        var moved = Api.deadlineOf(seed.agreement());
        assertThat(moved.getString("lastDay")).isEqualTo("2025-10-18");
        assertThat(moved.getList("history.cause"))
                .containsExactly(
                        "commitment C-01 was opened",
                        "STATEMENT_MADE is known: 2025-09-17",
                        "STATEMENT_MADE was corrected: 2025-09-18, not 2025-09-17");
        assertThat(moved.getList("history.from").getLast()).isEqualTo("2025-10-17");
        var deadline = moved.getString("id");
        await().untilAsserted(() -> assertThat(types("mou.deadlines.v1", deadline))
                .containsExactly("mou.deadline.opened.v1", "mou.deadline.armed.v1", "mou.deadline.rescheduled.v1"));
    }

    @Test
    void a_rule_without_a_clock_counts_until_the_day_is_over_for_every_party() {
        var seed = Seed.fresh();
        Broker.tell(
                seed.signed(),
                seed.opened()
                        .with(
                                "rule",
                                Map.of(
                                        "anchor", Map.of("event", "SIGNATURE"),
                                        "steps", List.of(Map.of("kind", "WITHIN", "period", "P30D")))));

        var deadline = Api.deadlineOf(seed.agreement());
        assertThat(deadline.getString("dueAt")).isEqualTo("2025-10-17T21:00:00Z");
        assertThat(deadline.getString("rule.clock.mode")).isEqualTo("LATEST");
    }

    @Test
    void a_commitment_of_another_kind_gets_a_deadline_without_a_group() {
        var seed = Seed.fresh();
        Broker.tell(
                seed.signed(),
                seed.opened()
                        .with("kind", "REPORTING")
                        .with("body", null)
                        .with("mode", "DIRECTIONAL")
                        .with("obligors", List.of("PK")));

        var deadline = Api.deadlineOf(seed.agreement());
        assertThat(deadline.getString("kind")).isEqualTo("REPORT");
        assertThat(deadline.getString("workingGroupId")).isNull();
        assertThat(deadline.getList("responsible.party")).asString().isEqualTo("[PK]");
        assertThat(Api.get("/api/v1/working-groups?agreement=" + seed.agreement())
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_commitment_without_a_rule_has_a_group_that_is_watched_and_nothing_that_is_due() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), seed.opened().with("rule", null));

        var group = Api.groupOf(seed.agreement());
        var watch = Api.deadlineOf(seed.agreement());
        assertThat(watch.getString("kind")).isEqualTo("STAGNATION");
        assertThat(watch.getString("workingGroupId")).isEqualTo(group.getString("id"));
    }

    @Test
    void a_calendar_that_nobody_knows_is_waited_for() {
        var seed = Seed.fresh();
        Broker.tell(
                seed.signed(),
                seed.opened()
                        .with(
                                "rule",
                                Map.of(
                                        "anchor", Map.of("event", "SIGNATURE"),
                                        "steps", List.of(Map.of("kind", "WORKING_DAYS", "days", 3)),
                                        "calendars", Map.of("authorities", List.of("ATLANTIS")))));

        var deadline = Api.deadlineOf(seed.agreement());
        assertThat(deadline.getString("status")).isEqualTo("AWAITING_ANCHOR");
        assertThat(deadline.getString("missing[0]")).contains("ATLANTIS");
    }

    /** Waits until an event that was told later than all before it has been handled. */
    private static void settle() {
        IntStream.range(0, 3).forEach(round -> Api.deadlineOf(Seed.told().agreement()));
    }

    private static List<String> types(String topic, String key) {
        return Broker.told(topic, key).stream().map(Told::type).toList();
    }
}
