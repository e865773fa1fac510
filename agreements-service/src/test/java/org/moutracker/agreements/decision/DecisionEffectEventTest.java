package org.moutracker.agreements.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionEffectEventTest {

    private static final UUID DECISION = UUID.fromString("01995778-6000-7000-8000-00000000a301");
    private static final UUID COMMITMENT = UUID.fromString("01995778-5a00-7000-8000-00000000c007");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void answers_are_told_as_the_samples_say() {
        var opened = DecisionEffect.opened(DECISION, 3, COMMITMENT);
        var accepted = opened.answer();
        var undone = opened.review(true, "the decision was voided");
        var refused = DecisionEffect.refused(DECISION, 4, "commitment C-02 is CANCELLED already");
        refused.commitmentId = UUID.fromString("01995778-5a00-7000-8000-00000000c002");
        var events = List.of(accepted, undone, refused.answer());

        for (var event : events) {
            var sample = EventSamples.sample(event.type());
            assertThat(JSON.<com.fasterxml.jackson.databind.JsonNode>valueToTree(event.state()))
                    .isEqualTo(sample.get("data"));
            assertThat(event.topic().subjects() + "/" + event.subject())
                    .isEqualTo(sample.get("subject").asText());
        }
        assertThat(events.stream().map(DecisionEffectEvent::type).collect(Collectors.toSet()))
                .isEqualTo(EventSamples.typesOf(DecisionEffectEvent.class, "decision-effect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adopted", "rejected", "revoked", "voided", "changed"})
    void every_decision_is_understood(String how) throws Exception {
        var decision = Wanted.lenient(JSON)
                .treeToValue(EventSamples.sample("mou.decision." + how + ".v1").get("data"), DecisionState.class);

        assertThat(decision.number()).startsWith("D-2026-");
        assertThat(decision.counts())
                .isEqualTo(List.of("adopted", "revoked", "changed").contains(how));
        assertThat(decision.isVoid()).isEqualTo(how.equals("voided"));
    }

    @Test
    void what_it_wants_of_commitments_is_read_and_the_rest_is_left_alone() throws Exception {
        var decision = Wanted.lenient(JSON)
                .treeToValue(EventSamples.sample("mou.decision.adopted.v1").get("data"), DecisionState.class);
        var concerning = decision.effects().stream()
                .filter(DecisionState.Taken::concernsCommitments)
                .toList();

        assertThat(concerning).extracting(DecisionState.Taken::index).containsExactly(3, 4);
        assertThat(Wanted.read(concerning.get(0), decision.number(), Wanted.lenient(JSON)))
                .isInstanceOfSatisfying(Wanted.Opening.class, opening -> {
                    assertThat(opening.form().code()).isEqualTo("C-07");
                    assertThat(opening.form().clause()).isEqualTo("D-2026-01");
                    assertThat(opening.form().areas()).containsExactly("Ophthalmology");
                });
        assertThat(Wanted.read(concerning.get(1), decision.number(), Wanted.lenient(JSON)))
                .isInstanceOfSatisfying(Wanted.Closing.class, closing -> assertThat(closing.as())
                        .isEqualTo(CommitmentStatus.WAIVED));
    }

    @Test
    void what_nobody_can_read_is_refused_as_a_sentence() {
        assertThat(because(Map.of("do", "OPEN_COMMITMENT"))).isEqualTo("no agreement is named");
        assertThat(because(Map.of("do", "OPEN_COMMITMENT", "agreementId", "x")))
                .isEqualTo("what was decided cannot be read");
        assertThat(because(Map.of("do", "CLOSE_COMMITMENT", "commitmentId", COMMITMENT.toString(), "as", "OPEN")))
                .isEqualTo("OPEN closes no commitment");
        assertThat(because(Map.of("do", "CLOSE_COMMITMENT", "commitmentId", COMMITMENT.toString())))
                .isEqualTo("it is not said as what the commitment is closed");
    }

    private static String because(Map<String, Object> effect) {
        return Wanted.read(new DecisionState.Taken(0, Map.copyOf(effect)), "D-2026-01", Wanted.lenient(JSON))
                        instanceof Wanted.Nonsense nonsense
                ? nonsense.because()
                : "understood";
    }
}
