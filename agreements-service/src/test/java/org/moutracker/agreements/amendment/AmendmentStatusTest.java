package org.moutracker.agreements.amendment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.amendment.AmendmentStatus.AGREED;
import static org.moutracker.agreements.amendment.AmendmentStatus.BLOCKED;
import static org.moutracker.agreements.amendment.AmendmentStatus.IN_EFFECT;
import static org.moutracker.agreements.amendment.AmendmentStatus.LAPSED;
import static org.moutracker.agreements.amendment.AmendmentStatus.PROPOSED;
import static org.moutracker.agreements.amendment.AmendmentStatus.WITHDRAWN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentStatusTest {

    private static final Map<AmendmentStatus, Set<AmendmentStatus>> NEXT = Map.of(
            PROPOSED, Set.of(AGREED, WITHDRAWN),
            AGREED, Set.of(IN_EFFECT, BLOCKED, WITHDRAWN, LAPSED),
            BLOCKED, Set.of(IN_EFFECT, WITHDRAWN, LAPSED),
            IN_EFFECT, Set.of(),
            WITHDRAWN, Set.of(),
            LAPSED, Set.of());

    @Test
    void a_status_becomes_only_what_the_diagram_says() {
        for (var from : AmendmentStatus.values()) {
            for (var to : AmendmentStatus.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(requireNonNull(NEXT.get(from)).contains(to));
            }
        }
    }
}
