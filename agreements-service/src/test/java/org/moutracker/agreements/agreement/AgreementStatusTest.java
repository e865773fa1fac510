package org.moutracker.agreements.agreement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.agreement.AgreementStatus.DRAFT;
import static org.moutracker.agreements.agreement.AgreementStatus.IN_FORCE;
import static org.moutracker.agreements.agreement.AgreementStatus.SIGNED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementStatusTest {

    private static final Map<AgreementStatus, Set<AgreementStatus>> NEXT =
            Map.of(DRAFT, Set.of(SIGNED), SIGNED, Set.of(IN_FORCE), IN_FORCE, Set.of());

    @Test
    void a_status_becomes_only_what_the_diagram_says() {
        for (var from : AgreementStatus.values()) {
            for (var to : AgreementStatus.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(requireNonNull(NEXT.get(from)).contains(to));
            }
        }
    }
}
