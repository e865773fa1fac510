package org.moutracker.agreements.life;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.life.AgreementStatus.ABANDONED;
import static org.moutracker.agreements.life.AgreementStatus.DRAFT;
import static org.moutracker.agreements.life.AgreementStatus.EXPIRED;
import static org.moutracker.agreements.life.AgreementStatus.IN_FORCE;
import static org.moutracker.agreements.life.AgreementStatus.SIGNED;
import static org.moutracker.agreements.life.AgreementStatus.SUPERSEDED;
import static org.moutracker.agreements.life.AgreementStatus.SUSPENDED;
import static org.moutracker.agreements.life.AgreementStatus.TERMINATED;
import static org.moutracker.agreements.life.AgreementStatus.TERMINATION_NOTIFIED;
import static org.moutracker.agreements.life.AgreementStatus.VOIDED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementStatusTest {

    private static final Map<AgreementStatus, Set<AgreementStatus>> NEXT = Map.ofEntries(
            entry(DRAFT, Set.of(SIGNED, ABANDONED)),
            entry(SIGNED, Set.of(IN_FORCE, ABANDONED)),
            entry(IN_FORCE, Set.of(SUSPENDED, TERMINATION_NOTIFIED, EXPIRED, SUPERSEDED)),
            entry(SUSPENDED, Set.of(IN_FORCE, TERMINATION_NOTIFIED, EXPIRED, SUPERSEDED)),
            entry(TERMINATION_NOTIFIED, Set.of(IN_FORCE, SUSPENDED, TERMINATED, EXPIRED, SUPERSEDED)),
            entry(TERMINATED, Set.of()),
            entry(EXPIRED, Set.of()),
            entry(SUPERSEDED, Set.of()),
            entry(ABANDONED, Set.of()),
            entry(VOIDED, EnumSet.complementOf(EnumSet.of(VOIDED))));

    /** Whatever was registered can have been registered by mistake. */
    private static boolean follows(AgreementStatus from, AgreementStatus to) {
        return to == VOIDED ? from != VOIDED : requireNonNull(NEXT.get(from)).contains(to);
    }

    @Test
    void a_status_becomes_only_what_the_diagram_says() {
        for (var from : AgreementStatus.values()) {
            for (var to : AgreementStatus.values()) {
                assertThat(from.canBecome(to)).as(from + " to " + to).isEqualTo(follows(from, to));
            }
        }
    }

    /** Every way that a line or a day can lead from one status to another is an arrow of the diagram, or refused. */
    @Test
    void whatever_is_recorded_in_whatever_status_follows_the_diagram() {
        for (var from : EnumSet.complementOf(EnumSet.of(VOIDED))) {
            for (var type : LegalEventType.values()) {
                if (!type.isMoving() || !type.isRecordable()) {
                    continue;
                }
                var before = Story.in(from);
                assertThat(before.status()).isEqualTo(from);
                var after = before.record(type);
                if (after.isRefused()) {
                    assertThat(after.status()).as(type + " when " + from).isEqualTo(from);
                } else if (after.status() != from) {
                    assertThat(requireNonNull(NEXT.get(from)))
                            .as(type + " when " + from)
                            .contains(after.status());
                }
                assertThat(!after.isRefused()).as(type + " when " + from).isEqualTo(isPossible(from, type));
            }
        }
    }

    private static boolean isPossible(AgreementStatus from, LegalEventType type) {
        return switch (type) {
            case PROVISIONALLY_APPLIED -> from == SIGNED;
            case ABANDONED -> from == DRAFT || from == SIGNED;
            case SUSPENDED -> from == IN_FORCE;
            case RESUMED -> from == SUSPENDED;
            case RENEWED, TERMINATION_NOTICE_GIVEN -> from == IN_FORCE || from == SUSPENDED;
            case TERMINATION_NOTICE_WITHDRAWN, TERMINATED -> from == TERMINATION_NOTIFIED;
            case RENEWAL_OBJECTED, SUPERSEDED ->
                EnumSet.of(IN_FORCE, SUSPENDED, TERMINATION_NOTIFIED).contains(from);
            default -> throw new IllegalArgumentException(type + " is not recorded or moves nothing");
        };
    }
}
