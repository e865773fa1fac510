package org.moutracker.agreements.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.Decided.close;
import static org.moutracker.agreements.Decided.open;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Decided;
import org.moutracker.agreements.Told;

@AgreementsTest
class DecisionEventsTest {

    @Test
    void a_commitment_is_opened_on_the_ground_of_the_decision_and_the_answer_says_which() {
        var agreement = register(healthMou()).<String>path("id");

        var decided = Decided.fresh().tell("ADOPTED", open(agreement, "C-07"));

        var answer = answer(decided, 0);
        assertThat(answer.get("accepted").asBoolean()).isTrue();
        var commitment = commitment(answer.get("commitmentId").asText());
        assertThat(commitment.getString("code")).isEqualTo("C-07");
        assertThat(commitment.getString("basis")).isEqualTo("GROUP_DECISION");
        assertThat(commitment.getString("clause")).isEqualTo("D-2026-01");
        assertThat(commitment.getString("status")).isEqualTo("OPEN");
        assertThat(Told.of("mou.commitments.v1", answer.get("commitmentId").asText()))
                .extracting(Told::type)
                .containsExactly("mou.commitment.opened.v1");
    }

    @Test
    void a_commitment_is_closed_as_decided_and_only_once() {
        var agreement = register(healthMou());
        var commitment = agreement.<String>path("commitments[0].id");

        var decided = Decided.fresh().tell("ADOPTED", close(commitment, "WAIVED"), close(commitment, "FULFILLED"));

        assertThat(answer(decided, 0).get("accepted").asBoolean()).isTrue();
        assertThat(answer(decided, 1).get("because").asText()).isEqualTo("commitment C-01 is WAIVED already");
        assertThat(commitment(commitment).getString("status")).isEqualTo("WAIVED");
        assertThat(Told.of("mou.commitments.v1", commitment))
                .extracting(Told::type)
                .containsExactly("mou.commitment.opened.v1", "mou.commitment.waived.v1");
    }

    @Test
    void what_an_agreement_forbids_is_refused_as_a_sentence_and_the_others_come_about() {
        var agreement = register(healthMou()).<String>path("id");
        var over = register(healthMou()).<String>path("id");
        sending("{\"type\": \"SUPERSEDED\", \"occurredOn\": \"2025-09-17\"}")
                .post("/api/v1/agreements/" + over + "/legal-events")
                .then()
                .statusCode(201);
        var unknown = UUID.randomUUID().toString();

        var decided = Decided.fresh()
                .tell(
                        "ADOPTED",
                        open(agreement, "C-01"),
                        open(unknown, "C-07"),
                        open(over, "C-07"),
                        open(agreement, "C-07").replace("\"mode\"", "\"obligors\": [\"CN\"], \"mode\""),
                        open(agreement, "C-07").replace("\"mode\"", "\"areas\": [\"Dentistry\"], \"mode\""),
                        open(agreement, "C-07")
                                .replace(
                                        "\"mode\"",
                                        "\"rule\": {\"anchor\": {\"deadline\": \"C-99\", \"when\": \"MET\"}, \"steps\": []}, \"mode\""),
                        open(agreement, "no code"),
                        open(agreement, "C-07").replace("TRAINING", "DANCING"),
                        close(unknown, "WAIVED"),
                        open(agreement, "C-08"));

        assertThat(reasons(decided, 9))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("the code C-01 is taken"),
                        one -> assertThat(one).isEqualTo("the agreement is not known"),
                        one -> assertThat(one).endsWith(" is SUPERSEDED"),
                        one -> assertThat(one).isEqualTo("obligors[0] is not the code of a party of this agreement"),
                        one -> assertThat(one).isEqualTo("areas[0] is not an area of this agreement"),
                        one -> assertThat(one)
                                .isEqualTo("rule.anchor.deadline is not the code of a commitment of this agreement"),
                        one -> assertThat(one).startsWith("code must match"),
                        one -> assertThat(one).isEqualTo("what was decided cannot be read"),
                        one -> assertThat(one).isEqualTo("the commitment is not known"));
        assertThat(answer(decided, 9).get("accepted").asBoolean()).isTrue();
        assertThat(codes(agreement)).contains("C-08").doesNotContain("C-07");
    }

    @Test
    void told_again_or_changed_or_revoked_it_has_no_further_effect() {
        var agreement = register(healthMou()).<String>path("id");
        var decided = Decided.fresh().tell("ADOPTED", open(agreement, "C-07"));
        var first = answer(decided, 0);

        decided.tell("ADOPTED", open(agreement, "C-07"));
        decided.tell("REVOKED", open(agreement, "C-07"));
        // Whatever follows in the same partition is heard after it.
        decided.tell("REVOKED", open(agreement, "C-07"), open(agreement, "C-08"));
        answer(decided, 1);

        assertThat(answers(decided, 0)).containsExactly(first);
        assertThat(codes(agreement)).containsOnlyOnce("C-07", "C-08");
    }

    @Test
    void nothing_comes_of_what_was_rejected() {
        var agreement = register(healthMou()).<String>path("id");
        Decided.fresh().tell("REJECTED", open(agreement, "C-07"));
        var after = register(healthMou()).<String>path("id");
        var decided = Decided.fresh();
        decided.tell("REJECTED", open(after, "C-07"));
        decided.tell("ADOPTED", open(after, "C-08"));
        answer(decided, 0);

        assertThat(codes(after)).doesNotContain("C-07").contains("C-08");
    }

    @Test
    void what_came_of_a_decision_that_is_void_is_taken_back() {
        var agreement = register(healthMou());
        var commitment = agreement.<String>path("commitments[0].id");
        var id = agreement.<String>path("id");
        var effects = new String[] {open(id, "C-07"), close(commitment, "FULFILLED"), open(id, "C-01")};
        var decided = Decided.fresh().tell("ADOPTED", effects);
        var opened = answer(decided, 0).get("commitmentId").asText();
        answer(decided, 1);
        assertThat(commitment(commitment).getString("status")).isEqualTo("FULFILLED");

        decided.tell("VOIDED", effects);

        awaitStatus(opened, "CANCELLED");
        awaitStatus(commitment, "OPEN");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(answers(decided, 0).getLast().path("undone").asBoolean()).isTrue();
            assertThat(answers(decided, 1).getLast().path("undone").asBoolean()).isTrue();
        });
        assertThat(answers(decided, 2)).as("it was refused, and stays so").hasSize(1);
        decided.tell("VOIDED", effects);
        decided.tell("VOIDED", effects[0], effects[1], effects[2], open(id, "C-09"));
        assertThat(answer(decided, 3).get("because").asText()).isEqualTo("the decision is void");
        assertThat(answers(decided, 0)).as("told again").hasSize(2);
        assertThat(codes(id)).doesNotContain("C-09");
    }

    @Test
    void a_commitment_under_an_agreement_that_is_suspended_is_suspended_from_its_first_day() {
        var id = register(healthMou()).<String>path("id");
        sending("{\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-17\"}")
                .post("/api/v1/agreements/" + id + "/legal-events")
                .then()
                .statusCode(201);

        var opened = answer(Decided.fresh().tell("ADOPTED", open(id, "C-07")), 0)
                .get("commitmentId")
                .asText();

        assertThat(commitment(opened).getString("status")).isEqualTo("SUSPENDED");
        assertThat(Told.of("mou.commitments.v1", opened).getLast().type()).isEqualTo("mou.commitment.suspended.v1");
    }

    private static JsonPath commitment(String id) {
        return asRegistrar()
                .get("/api/v1/commitments/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void awaitStatus(String commitment, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> commitment(commitment).getString("status").equals(status));
    }

    private static List<String> codes(String agreement) {
        return asRegistrar()
                .get("/api/v1/commitments?agreement=" + agreement)
                .jsonPath()
                .getList("items.code");
    }

    private static List<String> reasons(Decided decided, int number) {
        return java.util.stream.IntStream.range(0, number)
                .mapToObj(i -> answer(decided, i).get("because").asText())
                .toList();
    }

    private static JsonNode answer(Decided decided, int index) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !answers(decided, index).isEmpty());
        return answers(decided, index).getFirst();
    }

    private static List<JsonNode> answers(Decided decided, int index) {
        return Told.of(
                        "mou.decision-effects.v1",
                        DecisionEffectState.id(decided.id(), index).toString())
                .stream()
                .map(Told::state)
                .toList();
    }
}
