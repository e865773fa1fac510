package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class AgreementTermsTest {

    private static final Map<String, String> IN_FORCE =
            Map.of("SIGNATURE", "2025-09-17", "ENTRY_INTO_FORCE", "2025-09-17", "STATEMENT_MADE", "2025-09-17");

    private final Seed seed = Seed.fresh();

    @Test
    void the_term_of_an_agreement_becomes_deadlines_by_itself() {
        Broker.tell(terms(time("EXPIRY", 0, "OPEN", "P5Y", null), time("RENEWAL_OBJECTION", 0, "OPEN", "P5Y", "P6M")));

        assertThat(day("EXPIRY")).isEqualTo("2030-09-17 ACTIVE");
        assertThat(day("RENEWAL_OBJECTION")).isEqualTo("2030-03-17 ACTIVE");
        var objection = Api.deadlineOfKind(seed.agreement(), "RENEWAL_OBJECTION");
        assertThat(objection.getString("commitmentId")).isNull();
        assertThat(objection.getString("origin.clause")).isEqualTo("article 9");
        assertThat(objection.getList("history.cause"))
                .asString()
                .isEqualTo("[it follows from the terms of the agreement]");
    }

    @Test
    void a_chance_that_nobody_took_lapses_and_the_event_comes() {
        var morning = TestStack.clock().instant();
        try {
            Broker.tell(terms(
                    time("EXPIRY", 0, "OPEN", "P60D", null), time("RENEWAL_OBJECTION", 0, "OPEN", "P60D", "P30D")));
            assertThat(day("EXPIRY")).isEqualTo("2025-11-16 ACTIVE");

            TestStack.clock().set(Instant.parse("2025-10-18T12:00:00Z"));
            await().until(() -> day("RENEWAL_OBJECTION").equals("2025-10-17 LAPSED"));
            TestStack.clock().set(Instant.parse("2025-11-17T12:00:00Z"));
            await().until(() -> day("EXPIRY").equals("2025-11-16 MET"));

            var expiry = Api.deadlineOfKind(seed.agreement(), "EXPIRY");
            assertThat(expiry.getString("metOn")).isEqualTo("2025-11-16");
            assertThat(expiry.getList("history.cause").getLast()).isEqualTo("its day has come");
            await().untilAsserted(() -> assertThat(Broker.told("mou.deadlines.v1", expiry.getString("id")))
                    .last()
                    .extracting(Broker.Told::type)
                    .isEqualTo("mou.deadline.met.v1"));
        } finally {
            TestStack.clock().begin(morning, Speed.STILL);
        }
    }

    @Test
    void a_renewal_brings_the_times_of_the_next_term() {
        Broker.tell(terms(time("EXPIRY", 0, "OPEN", "P5Y", null)));
        assertThat(day("EXPIRY")).isEqualTo("2030-09-17 ACTIVE");

        var over = new LinkedHashMap<>(time("EXPIRY", 0, "OVER", "P5Y", null));
        over.put("because", "it was renewed");
        Broker.tell(terms(over, time("EXPIRY", 1, "OPEN", "P10Y", null)));

        await().until(() -> days("EXPIRY").equals(List.of("2030-09-17 CANCELLED", "2035-09-17 ACTIVE")));
    }

    @Test
    void an_amendment_moves_the_deadlines_that_it_concerns_and_each_names_it_as_the_cause() {
        Broker.tell(
                terms(time("EXPIRY", 0, "OPEN", "P5Y", null), time("TERMINATION_NOTICE", 0, "OPEN", "P5Y", "P6M")),
                seed.opened());
        assertThat(day("EXPIRY")).isEqualTo("2030-09-17 ACTIVE");
        assertThat(day("ESTABLISHMENT")).isEqualTo("2025-10-17 ACTIVE");

        Broker.tell(
                terms(amended("EXPIRY", "P10Y", null), amended("TERMINATION_NOTICE", "P10Y", "P6M")),
                seed.opened().with("amendment", 1).with("rule", within("P60D")));

        await().until(() -> day("EXPIRY").equals("2035-09-17 ACTIVE"));
        await().until(() -> day("TERMINATION_NOTICE").equals("2035-03-17 ACTIVE"));
        await().until(() -> day("ESTABLISHMENT").equals("2025-11-16 ACTIVE"));
        for (var kind : List.of("EXPIRY", "TERMINATION_NOTICE", "ESTABLISHMENT")) {
            var moved = Api.deadlineOfKind(seed.agreement(), kind);
            assertThat(moved.getList("history.cause").getLast()).isEqualTo("amendment no. 1 of the agreement");
            assertThat(moved.getInt("origin.amendment")).isEqualTo(1);
            await().untilAsserted(() -> assertThat(Broker.told("mou.deadlines.v1", moved.getString("id")))
                    .extracting(Broker.Told::type)
                    .containsExactly("mou.deadline.opened.v1", "mou.deadline.rescheduled.v1"));
        }
    }

    private static Map<String, Object> within(String period) {
        return Map.of(
                "anchor",
                Map.of("event", "STATEMENT_MADE"),
                "steps",
                List.of(Map.of("kind", "WITHIN", "period", period)));
    }

    private static Map<String, Object> amended(String kind, String period, @Nullable String before) {
        var time = new LinkedHashMap<>(time(kind, 0, "OPEN", period, before));
        time.put("amendment", 1);
        return time;
    }

    @Test
    void a_time_that_the_agreement_no_longer_names_is_gone_and_comes_back_with_it() {
        Broker.tell(terms(time("TERMINATION_NOTICE", 0, "OPEN", "P5Y", "P6M")));
        assertThat(day("TERMINATION_NOTICE")).isEqualTo("2030-03-17 ACTIVE");

        Broker.tell(terms());
        await().until(() -> day("TERMINATION_NOTICE").equals("2030-03-17 CANCELLED"));

        Broker.tell(terms(time("TERMINATION_NOTICE", 0, "OPEN", "P5Y", "P6M")));
        await().until(() -> day("TERMINATION_NOTICE").equals("2030-03-17 ACTIVE"));
    }

    @Test
    void a_suspension_stops_what_is_owed_and_not_the_term() {
        Broker.tell(terms(time("EXPIRY", 0, "OPEN", "P5Y", null)), seed.opened());
        assertThat(day("ESTABLISHMENT")).isEqualTo("2025-10-17 ACTIVE");

        Broker.tell(terms(time("EXPIRY", 0, "OPEN", "P5Y", null)).with("suspensions", suspended(null)));
        await().until(() -> day("ESTABLISHMENT").equals("2025-10-17 PAUSED"));
        assertThat(day("EXPIRY")).isEqualTo("2030-09-17 ACTIVE");

        Broker.tell(terms(time("EXPIRY", 0, "OPEN", "P5Y", null)).with("suspensions", suspended("2025-10-11")));
        await().until(() -> day("ESTABLISHMENT").equals("2025-10-27 ACTIVE"));
        var id = Api.deadlineOfKind(seed.agreement(), "ESTABLISHMENT").getString("id");
        await().untilAsserted(() -> assertThat(Broker.told("mou.deadlines.v1", id))
                .extracting(Broker.Told::type)
                .containsExactly("mou.deadline.opened.v1", "mou.deadline.paused.v1", "mou.deadline.resumed.v1"));
    }

    @Test
    void a_commitment_that_is_cancelled_or_waived_there_takes_its_deadline_with_it() {
        Broker.tell(terms(), seed.opened());
        assertThat(day("ESTABLISHMENT")).isEqualTo("2025-10-17 ACTIVE");

        Broker.tell(seed.opened().with("status", "CANCELLED"));
        await().until(() -> day("ESTABLISHMENT").equals("2025-10-17 CANCELLED"));
        Broker.tell(seed.opened().with("status", "OPEN"));
        await().until(() -> day("ESTABLISHMENT").equals("2025-10-17 ACTIVE"));
    }

    @Test
    void a_commitment_recurs_as_it_says_and_ends_with_the_events_that_it_names() {
        var report = seed.opened()
                .with("kind", "REPORTING")
                .with("body", null)
                .with("recurrence", Map.of("every", "P6M", "times", 3))
                .with("unless", List.of("TERMINATION_NOTICE_GIVEN"));
        Broker.tell(terms(), report);
        assertThat(day("REPORT")).isEqualTo("2025-10-17 ACTIVE");
        assertThat(Api.deadlineOfKind(seed.agreement(), "REPORT").getString("recurrence.every"))
                .isEqualTo("P6M");

        Broker.tell(terms().with("happened", List.of("TERMINATION_NOTICE_GIVEN")));
        await().until(() -> day("REPORT").equals("2025-10-17 CANCELLED"));
    }

    @Test
    void a_kind_of_time_that_a_later_version_knows_is_left_to_it() {
        Broker.tell(terms(time("ECLIPSE", 0, "OPEN", "P5Y", null), time("EXPIRY", 0, "OPEN", "P5Y", null)));

        assertThat(day("EXPIRY")).isEqualTo("2030-09-17 ACTIVE");
    }

    private Sample terms(Map<?, ?>... times) {
        return seed.signed(IN_FORCE).with("times", List.of(times));
    }

    private static List<Map<String, Object>> suspended(@Nullable String until) {
        var suspension = new LinkedHashMap<String, Object>();
        suspension.put("since", "2025-10-01");
        suspension.put("until", until);
        suspension.put("areas", List.of());
        return List.of(suspension);
    }

    private static Map<String, Object> time(
            String kind, int occurrence, String state, String term, @Nullable String before) {
        var steps = before == null
                ? List.of(Map.of("kind", "TERM", "period", term))
                : List.of(Map.of("kind", "TERM", "period", term), Map.of("kind", "AT_LEAST_BEFORE", "period", before));
        return Map.of(
                "kind",
                kind,
                "occurrence",
                occurrence,
                "title",
                "The " + kind,
                "clause",
                "article 9",
                "rule",
                Map.of("anchor", Map.of("event", "ENTRY_INTO_FORCE"), "steps", steps),
                "parties",
                List.of("PK", "PS"),
                "state",
                state);
    }

    private String day(String kind) {
        return await().until(() -> days(kind), found -> !found.isEmpty()).getFirst();
    }

    private List<String> days(String kind) {
        var list = Api.get("/api/v1/deadlines?kind=" + kind + "&agreement=" + seed.agreement());
        return list.<Map<String, Object>>getList("items").stream()
                .map(item -> item.get("lastDay") + " " + item.get("status"))
                .toList();
    }
}
