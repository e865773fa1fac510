package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Broker.Told;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class StagnationTest {

    private static final Map<String, Object> RULE =
            Map.of("anchor", Map.of("event", "SIGNATURE"), "steps", List.of(Map.of("kind", "WITHIN", "period", "P2Y")));

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    private static Sample training(Seed seed) {
        return seed.opened().with("kind", "TRAINING").with("body", null).with("rule", null);
    }

    private static Sample reported(Seed seed, String on) {
        return training(seed).with("status", "IN_PROGRESS").with("lastReportedOn", on);
    }

    private static Seed watched() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), training(seed));
        assertThat(watch(seed).getString("status")).isEqualTo("ACTIVE");
        return seed;
    }

    private static JsonPath watch(Seed seed) {
        return Api.deadlineOfKind(seed.agreement(), "STAGNATION");
    }

    private static void becomes(Seed seed, String field, @Nullable Object value) {
        await().untilAsserted(() -> assertThat(watch(seed).<Object>get(field)).isEqualTo(value));
    }

    private static void settle() {
        for (var round = 0; round < 3; round++) {
            Api.deadlineOf(Seed.told().agreement());
        }
    }

    @Test
    void a_commitment_without_a_date_is_watched_from_the_signature_for_180_days() {
        var seed = watched();

        var watch = watch(seed);
        assertThat(watch.getString("lastDay")).isEqualTo("2026-03-16");
        assertThat(watch.getString("dueAt")).as("over for all parties").isEqualTo("2026-03-16T22:00:00Z");
        assertThat(watch.getString("title")).startsWith("Progress: ");
        assertThat(watch.getString("commitmentId")).isEqualTo(seed.commitment().toString());
        assertThat(watch.getList("responsible.party")).containsExactly("PK", "PS");
        assertThat(watch.getList("history.cause"))
                .containsExactly("commitment C-01 has no date: silence about it is watched");
        assertThat(watch.getList("explanation.step")).startsWith("SIGNATURE", "WITHIN P180D");
    }

    @Test
    void one_with_a_date_is_not_watched_but_vague_words_are_no_date() {
        var dated = Seed.told();
        var vague = Seed.fresh();
        Broker.tell(
                vague.signed(),
                training(vague)
                        .with(
                                "rule",
                                Map.of(
                                        "anchor", Map.of("event", "SIGNATURE"),
                                        "steps", List.of(Map.of("kind", "VAGUE", "words", "promptly")))));

        assertThat(watch(vague).getString("status")).isEqualTo("ACTIVE");
        assertThat(Api.deadlineOf(dated.agreement()).getString("kind")).isEqualTo("ESTABLISHMENT");
    }

    @Test
    void reports_move_it_and_the_same_told_again_does_not() {
        var seed = watched();

        Broker.tell(reported(seed, "2026-01-10"));
        becomes(seed, "lastDay", "2026-07-09");
        Broker.tell(reported(seed, "2026-01-10"), seed.signed(), reported(seed, "2026-01-10"));
        settle();

        assertThat(watch(seed).getList("history.cause"))
                .containsExactly(
                        "commitment C-01 has no date: silence about it is watched",
                        "progress was reported for 2026-01-10");
        assertThat(watch(seed).getInt("scheduleNo")).isEqualTo(2);
        assertThat(Broker.told("mou.deadlines.v1", watch(seed).getString("id")).stream()
                        .map(Told::type))
                .containsExactly("mou.deadline.opened.v1", "mou.deadline.rescheduled.v1");
    }

    @Test
    void the_day_on_which_it_was_heard_of_first_stays_whatever_comes_later() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), training(seed).at("2025-10-01T20:30:00Z"));
        assertThat(watch(seed).getString("lastDay"))
                .as("it was the second already in Karachi")
                .isEqualTo("2026-03-31");

        Broker.tell(training(seed).with("title", "Train nurses").at("2025-12-01T07:00:00Z"));
        becomes(seed, "title", "Progress: Train nurses");

        assertThat(watch(seed).getString("lastDay")).isEqualTo("2026-03-31");
    }

    @Test
    void an_agreement_that_is_not_signed_is_not_watched_until_it_is() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-17")), training(seed));
        settle();
        assertThat(Api.get("/api/v1/deadlines?agreement=" + seed.agreement()).getList("items"))
                .isEmpty();

        Broker.tell(seed.signed(Map.of("SIGNATURE", "2025-09-20")));

        assertThat(watch(seed).getString("lastDay")).isEqualTo("2026-03-19");
    }

    @Test
    void closing_the_commitment_ends_it_and_a_correction_brings_it_back() {
        var seed = watched();

        Broker.tell(reported(seed, "2026-01-10").with("status", "FULFILLED"));
        becomes(seed, "status", "CANCELLED");
        assertThat(watch(seed).getList("history.cause")).last().isEqualTo("commitment C-01 is FULFILLED");

        Broker.tell(reported(seed, "2026-01-10"));
        becomes(seed, "status", "ACTIVE");
        assertThat(watch(seed).getString("lastDay")).isEqualTo("2026-07-09");
    }

    @Test
    void what_gets_a_date_by_amendment_loses_its_watch_and_the_other_way_round() {
        var seed = watched();

        Broker.tell(training(seed).with("rule", RULE).with("amendment", 1));
        becomes(seed, "status", "CANCELLED");
        assertThat(watch(seed).getList("history.cause")).last().isEqualTo("commitment C-01 has a date by now");
        assertThat(Api.deadlineOfKind(seed.agreement(), "DELIVERY").getString("status"))
                .isEqualTo("ACTIVE");

        Broker.tell(training(seed).with("amendment", 2));
        becomes(seed, "status", "ACTIVE");
        var delivery = Api.deadlineOfKind(seed.agreement(), "DELIVERY");
        assertThat(delivery.getString("status")).isEqualTo("CANCELLED");
        assertThat(delivery.getList("history.cause")).last().isEqualTo("its commitment has no date any more");
    }

    @Test
    void news_of_the_agreement_do_not_take_the_number_of_the_amendment_away() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), training(seed).with("amendment", 1));
        assertThat(watch(seed).getInt("origin.amendment")).isEqualTo(1);

        Broker.tell(seed.signed());
        settle();

        assertThat(watch(seed).getInt("origin.amendment")).isEqualTo(1);
        assertThat(watch(seed).getList("history")).hasSize(1);
    }

    @Test
    void when_nothing_was_heard_for_so_long_it_is_overdue_until_the_next_report() {
        var seed = watched();
        var id = watch(seed).getString("id");

        TestStack.clock().set(Instant.parse("2026-03-16T22:00:00Z"));
        await().untilAsserted(() -> assertThat(
                        Broker.told("mou.deadlines.v1", id).stream().map(Told::type))
                .endsWith("mou.deadline.passed.v1"));
        assertThat(watch(seed).getString("derived")).isEqualTo("OVERDUE");
        sending("{\"on\": \"2026-03-16\"}")
                .post("/api/v1/deadlines/" + id + "/completion")
                .then()
                .statusCode(409);

        TestStack.clock().jump(Duration.ofDays(3));
        Broker.tell(reported(seed, "2026-03-19").at("2026-03-19T22:00:00Z"));
        becomes(seed, "lastDay", "2026-09-15");
        assertThat(watch(seed).getString("derived")).isNotEqualTo("OVERDUE");
    }

    @Test
    void a_preview_of_a_suspension_shows_that_it_would_stand_still() {
        var seed = watched();

        var impact = sending("{\"agreementId\": \"%s\", \"suspension\": {\"since\": \"2025-12-01\"}}"
                        .formatted(seed.agreement()))
                .post("/api/v1/deadline-impacts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(impact.getList("moves.kind")).containsExactly("STAGNATION");
        assertThat(impact.getList("moves.status")).containsExactly("PAUSED");
    }
}
