package org.moutracker.agreements.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.Violation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitmentChainsTest {

    private static CommitmentForm form(String code, Map<String, Object> anchor, String... dependsOn) {
        return new CommitmentForm(
                code,
                "Train",
                CommitmentKind.TRAINING,
                Basis.INSTRUMENT_CLAUSE,
                null,
                CommitmentMode.JOINT,
                List.of(),
                List.of(),
                null,
                Map.of("anchor", anchor, "steps", List.of()),
                null,
                List.of(),
                List.of(),
                null,
                BigDecimal.ONE,
                List.of(dependsOn),
                null);
    }

    private static List<Violation> violations(CommitmentForm... forms) {
        return CommitmentChains.violations("commitments", List.of(forms));
    }

    private static final Map<String, Object> SIGNATURE = Map.of("event", "SIGNATURE");

    @Test
    void a_chain_that_ends_is_a_chain() {
        assertThat(violations(form("A", SIGNATURE, "B", "C"), form("B", SIGNATURE, "C"), form("C", SIGNATURE)))
                .isEmpty();
    }

    @Test
    void a_circle_is_named_wherever_it_passes() {
        assertThat(violations(form("A", SIGNATURE, "B"), form("B", SIGNATURE, "C"), form("C", SIGNATURE, "A")))
                .containsExactly(
                        new Violation("commitments[0].dependsOn[0]", "leads back to A itself, in a circle"),
                        new Violation("commitments[1].dependsOn[0]", "leads back to B itself, in a circle"),
                        new Violation("commitments[2].dependsOn[0]", "leads back to C itself, in a circle"));
    }

    @Test
    void one_that_depends_on_itself_or_on_none_of_the_agreement_is_refused() {
        assertThat(violations(form("A", SIGNATURE, "A"), form("B", SIGNATURE, "A", "Z")))
                .containsExactly(
                        new Violation("commitments[0].dependsOn[0]", "leads back to A itself, in a circle"),
                        new Violation(
                                "commitments[1].dependsOn[1]", "is not the code of a commitment of this agreement"));
    }

    @Test
    void what_is_due_after_another_can_be_needed_for_it() {
        assertThat(violations(form("A", SIGNATURE, "B"), form("B", Map.of("deadline", "A", "when", "DUE"))))
                .isEmpty();
    }
}
