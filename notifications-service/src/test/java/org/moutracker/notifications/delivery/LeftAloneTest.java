package org.moutracker.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** What is left alone in a process is neither claimed there nor in the way of the rest. */
@NotificationsTest
class LeftAloneTest {

    @Inject
    Sql sql;

    @Inject
    Domains domains;

    @Inject
    DeliveryQueue queue;

    @Inject
    InstantSource clock;

    @Test
    void a_domain_that_refuses_waits_and_the_others_do_not_wait_for_it() {
        var refused = Story.begin().withEverybody();
        var free = Story.begin().withEverybody();
        var domain = domains.of(refused.mailbox("ayesha"));
        for (var i = 0; i < 5; i++) {
            assertThat(domain.admit(System.nanoTime())).isEmpty();
            domain.answered(AttemptOutcome.DEFERRED, System.nanoTime());
        }

        TestStack.clock().set(Instant.parse("2025-10-03T04:00:00Z"));

        await().untilAsserted(() -> assertThat(free.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14"));
        await().untilAsserted(
                        () -> assertThat(waits(refused)).hasSize(2).allMatch(seconds -> seconds > 20 && seconds <= 60));
        assertThat(refused.deliveries()).containsExactly("PENDING", "PENDING");
        assertThat(refused.attempts()).isEmpty();

        assertThat(domain.admit(System.nanoTime() + Duration.ofMinutes(1).toNanos()))
                .isEmpty();
        domain.answered(AttemptOutcome.ACCEPTED, System.nanoTime());
        sql.update("UPDATE delivery SET next_attempt_at = now() WHERE id = ANY (?)", Column.ids(ids(refused)));
        refused.settle();
        assertThat(refused.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14");
    }

    @Test
    void what_was_claimed_too_early_stands_where_it_stood() {
        var story = Story.begin().withEverybody().at("2025-10-17T04:00:00Z");

        QuarkusTransaction.requiringNew().run(() -> {
            sql.update(
                    "UPDATE delivery SET state = 'UNCERTAIN', next_attempt_at = now() - interval '1 hour' WHERE id = ANY (?)",
                    Column.ids(ids(story)));
            var claimed = queue.claim(clock.instant(), 2, Column.texts(List.of()));
            assertThat(claimed).hasSize(2).allMatch(one -> one.attempts() == 2);
            queue.giveBack(claimed.stream()
                    .map(one -> new DeliveryQueue.Early(one, Duration.ofHours(1)))
                    .toList());
        });

        assertThat(story.deliveries()).containsExactly("UNCERTAIN", "UNCERTAIN");
        assertThat(waits(story)).hasSize(2).allMatch(seconds -> seconds > 3_000);
        assertThat(sql.query(
                        "SELECT attempts FROM delivery WHERE id = ANY (?)",
                        row -> row.getInt("attempts"),
                        Column.ids(ids(story))))
                .containsOnly(1);
        sql.update(
                "UPDATE delivery SET state = 'ACCEPTED', next_attempt_at = NULL WHERE id = ANY (?)",
                Column.ids(ids(story)));
    }

    @Test
    void nothing_is_claimed_for_a_domain_that_is_shut() {
        var story = Story.begin().withEverybody().at("2025-10-17T04:00:00Z");
        var domain = Domain.of(story.mailbox("ayesha"));

        QuarkusTransaction.requiringNew().run(() -> {
            sql.update(
                    "UPDATE delivery SET state = 'UNCERTAIN', next_attempt_at = now() - interval '1 hour' WHERE id = ANY (?)",
                    Column.ids(ids(story)));
            assertThat(queue.claim(clock.instant(), 2, Column.texts(List.of(domain))))
                    .isEmpty();
            assertThat(queue.claim(clock.instant(), 2, Column.texts(List.of("elsewhere.example"))))
                    .hasSize(2);
            sql.update(
                    "UPDATE delivery SET state = 'ACCEPTED', lease_until = NULL WHERE id = ANY (?)",
                    Column.ids(ids(story)));
        });
    }

    /** In how many seconds each is tried next. */
    private List<Double> waits(Story story) {
        return sql.query("""
                SELECT extract(epoch FROM next_attempt_at - clock_timestamp()) AS seconds FROM delivery
                WHERE id = ANY (?) AND next_attempt_at IS NOT NULL
                """, row -> row.getDouble("seconds"), Column.ids(ids(story)));
    }

    private List<UUID> ids(Story story) {
        return sql.query(
                "SELECT delivery.id FROM delivery JOIN alert ON alert.id = alert_id WHERE deadline_id = ?::uuid",
                row -> row.getObject("id", UUID.class),
                story.id("d001"));
    }
}
