package org.moutracker.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.mail.Told;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.workinggroup.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettlementTest {

    private static final Backoff EVEN = new Backoff(() -> 0.5);

    @Test
    void later_means_minutes_then_hours_and_at_last_never() {
        var waits = new ArrayList<Duration>();
        for (var deferrals = 0; deferrals < 8; deferrals++) {
            waits.add(settled(deferrals + 1, deferrals, false, AttemptOutcome.DEFERRED)
                    .retryIn());
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(4),
                        Duration.ofHours(8));
        var dead = settled(9, 8, false, AttemptOutcome.DEFERRED);
        assertThat(dead.status()).isEqualTo(DeliveryStatus.CLOSED);
        assertThat(dead.closedBecause()).isEqualTo(ClosedBecause.DEAD);
    }

    @Test
    void waits_differ_by_a_fifth_so_that_not_all_come_at_once() {
        assertThat(new Backoff(() -> 0).afterDeferral(1)).contains(Duration.ofSeconds(48));
        assertThat(new Backoff(() -> 1).afterDeferral(1)).contains(Duration.ofSeconds(72));
    }

    @Test
    void an_unreachable_server_is_asked_again_within_seconds_and_without_end() {
        for (var attempts = 1; attempts <= 8; attempts++) {
            assertThat(settled(attempts, 0, false, AttemptOutcome.UNREACHABLE).retryIn())
                    .isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
        var much_later = settled(10_000, 0, false, AttemptOutcome.UNREACHABLE);
        assertThat(much_later.status()).isEqualTo(DeliveryStatus.RETRY_WAIT);
        assertThat(much_later.retryIn()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_reminder_that_may_have_arrived_is_held_and_what_nothing_follows_is_sent_again_a_few_times() {
        var held = settled(1, 0, false, AttemptOutcome.UNKNOWN);
        assertThat(held.status()).isEqualTo(DeliveryStatus.UNCERTAIN);
        assertThat(held.retryIn()).isNull();

        var repeated = settled(1, 0, true, AttemptOutcome.UNKNOWN);
        assertThat(repeated.status()).isEqualTo(DeliveryStatus.UNCERTAIN);
        assertThat(repeated.retryIn()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settled(4, 0, true, AttemptOutcome.UNKNOWN).retryIn()).isNull();
    }

    @Test
    void only_what_waits_or_hangs_can_be_sent_or_closed() {
        var sendable = EnumSet.of(DeliveryStatus.PENDING, DeliveryStatus.RETRY_WAIT, DeliveryStatus.UNCERTAIN);
        for (var status : DeliveryStatus.values()) {
            assertThat(status.canBecome(DeliveryStatus.SENDING)).isEqualTo(sendable.contains(status));
            assertThat(DeliveryStatus.CLOSED.canBecome(status)).isFalse();
        }
        assertThat(DeliveryStatus.ACCEPTED.origins()).containsExactly("SENDING", "UNCERTAIN");
    }

    private static Settlement settled(int attempts, int deferrals, boolean repeats, AttemptOutcome outcome) {
        var content = new AlertContent(
                null,
                1,
                null,
                "A deadline",
                null,
                null,
                null,
                LocalDate.EPOCH,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null);
        var id = new UUID(0, 1);
        var letter = new Letter.OfStep(
                id,
                id,
                "",
                "",
                "PK",
                Role.MEMBER,
                ZoneOffset.UTC,
                new Step(-14),
                Level.REMINDER,
                null,
                Instant.EPOCH,
                null,
                new Told(id, 0, true),
                content);
        var claimed = new Claimed(id, 1, attempts, deferrals, repeats, Instant.EPOCH, DeliveryStatus.PENDING, letter);
        return Settlement.of(claimed, new Answer(outcome, null), EVEN);
    }
}
