package org.moutracker.notifications.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.notifications.Api.asRegistrar;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The deadline of 2025-10-17 of two co-chairs, by other steps than those that are built in. */
@NotificationsTest
class PolicyStoryTest {

    private static final String PATH = "/api/v1/alert-policies";

    @Inject
    Sql sql;

    @Inject
    Policies policies;

    @Inject
    RollOuts rollOuts;

    /** What holds for a kind would hold for the deadlines of other tests. */
    @AfterEach
    void forget() {
        sql.update("DELETE FROM alert_policy");
    }

    @Test
    void a_deadline_goes_by_the_policy_that_is_there_when_it_is_heard_of() {
        var story = Story.begin().withTheGroup();
        create(story, "agreementId", "a001", "T-10", "T-0");

        story.tell("deadline.opened");

        assertThat(plan(story)).isEqualTo("1 AGREEMENT");
        assertThat(story.at("2025-10-03T04:00:00Z").post()).isEmpty();
        assertThat(story.at("2025-10-07T06:00:00Z").post()).containsExactlyInAnyOrder("ayesha T-10", "zuhair T-10");
    }

    @Test
    void a_change_makes_a_new_plan_and_nothing_that_was_told_is_told_again() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14");

        create(story, "deadlineId", "d001", "T-20", "T-15", "T-10", "T-0");

        assertThat(plan(story)).isEqualTo("2 DEADLINE");
        assertThat(story.at("2025-10-06T12:00:00Z").post()).hasSize(2);
        assertThat(story.at("2025-10-07T06:00:00Z").post()).hasSize(4).contains("ayesha T-10", "zuhair T-10");
        assertThat(story.alerts())
                .as("what was told is of the same date, and stands")
                .containsExactly(
                        "PK T-14 plan 1 ACTIVE",
                        "PK T-10 plan 2 ACTIVE",
                        "PS T-14 plan 1 ACTIVE",
                        "PS T-10 plan 2 ACTIVE");
    }

    @Test
    void of_the_steps_that_are_past_by_then_the_latest_alone_is_made_up_for() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z").at("2025-10-09T00:00:00Z");

        create(story, "deadlineId", "d001", "T-13", "T-11", "T-10", "T-0");

        assertThat(story.post().subList(2, 4)).containsExactlyInAnyOrder("ayesha T-10", "zuhair T-10");
        assertThat(story.at("2025-10-10T04:00:00Z").post()).hasSize(4);
    }

    @Test
    void who_joined_after_a_step_is_not_told_it_by_a_new_policy_either() {
        var story = Story.begin();
        story.tell("agreement.entered-into-force");
        story.tell("deadline.opened");
        story.at("2025-10-14T05:00:00Z");
        story.tell("person.changed");
        story.tell("working-group.member-nominated");

        create(story, "deadlineId", "d001", "T-9", "T-4", "T-0");

        assertThat(story.post()).isEmpty();
        assertThat(story.at("2025-10-17T04:00:00Z").post()).containsExactly("ayesha T-0");
    }

    @Test
    void a_message_that_waits_is_sent_though_the_policy_has_changed() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM alert WHERE alert.id = alert_id AND deadline_id = ?::uuid
                """, story.id("d001"));

        create(story, "deadlineId", "d001", "T-20", "T-0");
        sql.update("""
                UPDATE delivery SET next_attempt_at = clock_timestamp()
                FROM alert WHERE alert.id = alert_id AND deadline_id = ?::uuid
                """, story.id("d001"));

        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED"));
    }

    @Test
    void the_most_special_policy_holds_and_without_any_the_built_in_ladder() {
        var story = Story.begin().withEverybody();
        var kind = create("\"kind\": \"ESTABLISHMENT\"", "T-40");
        assertThat(plan(story)).isEqualTo("2 KIND");
        var deadline = create(story, "deadlineId", "d001", "T-41");
        assertThat(plan(story)).isEqualTo("3 DEADLINE");
        var agreement = create(story, "agreementId", "a001", "T-42");
        var group = create(story, "workingGroupId", "e001", "T-43");
        assertThat(plan(story)).as("the more general ones change nothing").isEqualTo("3 DEADLINE");

        delete(deadline);
        assertThat(plan(story)).isEqualTo("4 GROUP");
        delete(group);
        assertThat(plan(story)).isEqualTo("5 AGREEMENT");
        delete(agreement);
        assertThat(plan(story)).isEqualTo("6 KIND");
        delete(kind);
        assertThat(plan(story)).isEqualTo("7 DEFAULT");
        assertThat(story.at("2025-10-03T04:00:00Z").post()).contains("ayesha T-14");
    }

    @Test
    void a_new_name_makes_no_new_plan_and_new_steps_do_and_how_far_it_is_can_be_seen() {
        var story = Story.begin().withEverybody();
        var id = create(story, "workingGroupId", "e001", "T-20");

        patch(id, "{\"name\": \"Another\"}");
        assertThat(plan(story)).isEqualTo("2 GROUP");
        patch(id, "{\"steps\": [{\"step\": \"T-21\"}]}");

        assertThat(plan(story)).isEqualTo("3 GROUP");
        asRegistrar()
                .get(PATH + "/" + id)
                .then()
                .body("rollOut.lookedAt", equalTo(1))
                .body("rollOut.changed", equalTo(1));
    }

    @Test
    void with_the_quorum_any_one_side_speaks_for_both() {
        var story = Story.begin().withEverybody();
        var id = create(story, "agreementId", "a001", "T-14", "T-7", "T-0");
        patch(id, "{\"quorum\": \"ANY\", \"acknowledgementDays\": 10}");
        story.at("2025-10-03T04:00:00Z");

        acknowledge(story, "f001");

        assertThat(story.alerts()).containsExactly("PK T-14 plan 3 ACKNOWLEDGED", "PS T-14 plan 3 ACKNOWLEDGED");
        assertThat(story.at("2025-10-10T08:00:00Z").post()).hasSize(2);
        assertThat(story.at("2025-10-13T04:00:00Z").post().subList(2, 4))
                .containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7");
    }

    @Test
    void of_two_who_see_to_it_the_second_keeps_it_silent_when_the_first_withdraws() {
        var story = Story.begin().withEverybody();
        var id = create(story, "agreementId", "a001", "T-14", "T-7", "T-0");
        patch(id, "{\"quorum\": \"ANY\"}");
        story.at("2025-10-03T04:00:00Z");
        var first = acknowledge(story, "f001");
        story.at("2025-10-05T00:00:00Z");
        acknowledge(story, "f002");

        asRegistrar()
                .delete("/api/v1/alerts/{id}/acknowledgement", first)
                .then()
                .statusCode(204);

        assertThat(story.at("2025-10-10T12:00:00Z").post()).hasSize(2);
        assertThat(story.at("2025-10-12T00:00:00Z").post()).hasSize(4);
    }

    @Test
    void a_step_without_mail_is_told_in_the_inbox_alone() {
        var story = Story.begin().withEverybody();
        create(
                "\"deadlineId\": \"" + story.id("d001") + "\"",
                List.of("{\"step\": \"T-14\", \"channels\": [\"IN_APP\"]}", "{\"step\": \"T-7\"}"));

        story.at("2025-10-03T04:00:00Z");

        assertThat(story.alerts()).containsExactly("PK T-14 plan 2 ACTIVE", "PS T-14 plan 2 ACTIVE");
        assertThat(story.post()).isEmpty();
        assertThat(story.at("2025-10-10T04:00:00Z").post()).containsExactlyInAnyOrder("zuhair T-7", "ayesha T-7");
    }

    @Test
    void watches_for_silence_go_by_the_policy_of_their_kind_and_not_by_that_of_an_agreement() {
        var story = Story.begin().withTheGroup();
        create(story, "agreementId", "a001", "T-20");
        story.tell("deadline.opened", deadline -> deadline.put("kind", "STAGNATION"));
        assertThat(plan(story)).isEqualTo("1 DEFAULT");
        assertThat(steps(story)).startsWith("T+1", "T+7");

        create("\"kind\": \"STAGNATION\"", "T+3", "T+30");

        assertThat(plan(story)).isEqualTo("2 KIND");
        assertThat(steps(story)).containsExactly("T+3", "T+30");
    }

    @Test
    void plans_from_before_there_were_policies_go_on_as_they_were() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        sql.update("UPDATE plan SET policy = NULL, told_since = NULL WHERE deadline_id = ?::uuid", story.id("d001"));

        assertThat(story.at("2025-10-10T04:00:00Z").post()).hasSize(4).contains("ayesha T-7", "zuhair T-7");
        story.tell("deadline.met");
        assertThat(story.alerts()).hasSize(4).allSatisfy(alert -> assertThat(alert)
                .contains("plan 1 ENDED SATISFIED"));
    }

    @Test
    void a_change_comes_to_many_deadlines_bit_by_bit() {
        var story = Story.begin().withEverybody();
        var copies =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(1100).toList();
        sql.update("""
                INSERT INTO deadline SELECT copy::uuid, agreement_id, working_group_id, status,
                    jsonb_set(state, '{id}', to_jsonb(copy))
                FROM deadline, unnest(?) AS copy WHERE id = ?::uuid
                """, Column.texts(copies), story.id("d001"));
        var agreement = new Scope(ScopeType.AGREEMENT, UUID.fromString(story.id("a001")), null);

        var first = rollOuts.next(new RollOuts.RollOut(UUID.randomUUID(), agreement, null));
        var second = rollOuts.next(new RollOuts.RollOut(UUID.randomUUID(), agreement, first.reached()));
        var third = rollOuts.next(new RollOuts.RollOut(UUID.randomUUID(), agreement, second.reached()));

        assertThat(Stream.of(first, second, third).map(RollOuts.Portion::looked))
                .containsExactly(500, 500, 101);
        assertThat(third.reached()).isNull();
        assertThat(Stream.of(first, second, third)
                        .flatMap(portion -> portion.deadlines().stream())
                        .map(deadline -> deadline.id()))
                .hasSize(1101)
                .doesNotHaveDuplicates();
        create(story, "agreementId", "a001", "T-20");
        asRegistrar()
                .get(PATH + "?agreement=" + story.id("a001"))
                .then()
                .body("items[0].rollOut.lookedAt", equalTo(1101))
                .body("items[0].rollOut.changed", equalTo(1));
    }

    @Test
    void a_change_waits_for_those_who_plan_by_what_was_before() {
        var story = Story.begin().withEverybody();
        QuarkusTransaction.begin();
        policies.share();

        var created = CompletableFuture.runAsync(() -> create(story, "deadlineId", "d001", "T-20"));
        await().until(() -> !QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", row -> true))
                .isEmpty());
        assertThat(created).isNotDone();
        QuarkusTransaction.rollback();

        created.join();
        assertThat(plan(story)).isEqualTo("2 DEADLINE");
    }

    private static String acknowledge(Story story, String person) {
        var alert = asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}", story.id("d001"), story.id(person))
                .then()
                .extract()
                .<String>path("items[0].id");
        asRegistrar().post("/api/v1/alerts/{id}/acknowledgement", alert).then().statusCode(201);
        return alert;
    }

    /** The plan's number and what its policy is for. */
    private static String plan(Story story) {
        var plan = asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200)
                .extract();
        return plan.path("planNo") + " " + plan.path("policy.scope");
    }

    private static List<String> steps(Story story) {
        return asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .extract()
                .<List<String>>path("steps.step")
                .stream()
                .distinct()
                .toList();
    }

    private String create(Story story, String of, String id, String... steps) {
        var made = create("\"%s\": \"%s\"".formatted(of, story.id(id)), steps);
        story.settle();
        return made;
    }

    private String create(String scope, String... steps) {
        return create(
                scope, Stream.of(steps).map("{\"step\": \"%s\"}"::formatted).toList());
    }

    private String create(String scope, List<String> steps) {
        var id = asRegistrar()
                .contentType("application/json")
                .body("{\"name\": \"Own\", \"scope\": {%s}, \"steps\": [%s]}".formatted(scope, String.join(",", steps)))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        awaitRollOut();
        return id;
    }

    private void patch(String id, String change) {
        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(change)
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);
        awaitRollOut();
    }

    private void delete(String id) {
        asRegistrar().delete(PATH + "/" + id).then().statusCode(204);
        awaitRollOut();
    }

    private void awaitRollOut() {
        await().until(() -> sql.query("SELECT 1 FROM policy_roll_out WHERE finished_at IS NULL", row -> true)
                .isEmpty());
    }
}
