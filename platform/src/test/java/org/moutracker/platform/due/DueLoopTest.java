package org.moutracker.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;

@QuarkusTest
@WithTestResource(value = TestStack.class, initArgs = @ResourceArg(name = "database", value = "platform"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class DueLoopTest {

    private static final Instant NOW = Instant.parse("2025-10-17T21:00:00Z");

    @Inject
    AgroalDataSource database;

    private final AtomicInteger handled = new AtomicInteger();

    @BeforeEach
    void empty() throws SQLException {
        Parcels.makeTables();
    }

    private DueLoop<?> replica(Parcels parcels) {
        return new DueLoop<>(parcels, database, () -> NOW, handled::addAndGet);
    }

    @Test
    void two_replicas_work_at_once_and_do_everything_once() {
        var parcels = new Parcels(database);
        parcels.add(3_000, NOW, 1);
        var bothAreInTheMiddle = new CountDownLatch(2);
        parcels.before = claimed -> awaitZero(bothAreInTheMiddle);

        try (var _ = replica(parcels);
                var _ = replica(parcels)) {
            parcels.awaitReceipts(3_000);
        }

        assertThat(parcels.waiting()).isZero();
        assertThat(parcels.receipts()).isEqualTo(3_000);
        assertThat(parcels.ask("SELECT count(DISTINCT parcel_id) FROM receipt")).isEqualTo(3_000);
        assertThat(handled).hasValue(3_000);
    }

    private static void awaitZero(CountDownLatch latch) {
        latch.countDown();
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_cannot_be_handled_holds_up_nobody_and_is_left_alone_for_a_while() {
        var parcels = new Parcels(database);
        parcels.add(700, NOW.minusSeconds(3), 1);
        parcels.add(1, NOW.minusSeconds(2), 0);
        parcels.add(700, NOW.minusSeconds(1), 1);

        try (var _ = replica(parcels)) {
            parcels.awaitReceipts(1_400);
            parcels.add(800, NOW.minusSeconds(4), 1);
            parcels.awaitReceipts(2_200);
        }

        assertThat(parcels.receipts()).isEqualTo(2_200);
        assertThat(parcels.waiting()).isEqualTo(1);
        assertThat(parcels.alone).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void who_is_stopped_in_mid_batch_finishes_it_and_begins_no_other() throws Exception {
        var parcels = new Parcels(database);
        parcels.add(1_200, NOW, 1);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        parcels.before = claimed -> {
            begun.countDown();
            awaitQuietly(goOn);
        };
        var stopped = replica(parcels);
        begun.await();
        var stopping = CompletableFuture.runAsync(stopped::close);
        await().until(() -> isWaiting("org.moutracker.platform.due.DueLoop", "close"));
        goOn.countDown();
        stopping.get(20, TimeUnit.SECONDS);

        assertThat(parcels.receipts()).isEqualTo(500);
        assertThat(parcels.waiting()).isEqualTo(700);

        try (var _ = replica(parcels)) {
            parcels.awaitReceipts(1_200);
        }
        assertThat(parcels.receipts()).isEqualTo(1_200);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWaiting(String type, String method) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING)
                .flatMap(thread -> java.util.Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(type)
                        && frame.getMethodName().equals(method));
    }

    @Test
    void what_comes_late_is_found_and_what_is_later_waits() {
        var parcels = new Parcels(database);
        parcels.add(600, NOW, 1);
        parcels.add(10, NOW.plusMillis(1), 1);

        try (var _ = replica(parcels)) {
            parcels.awaitReceipts(600);
            parcels.add(5, NOW.minus(Duration.ofDays(400)), 1);
            parcels.awaitReceipts(605);
        }

        assertThat(parcels.receipts()).isEqualTo(605);
        assertThat(parcels.waiting()).isEqualTo(10);
    }

    @Test
    void a_batch_that_fails_leaves_nothing_behind() {
        var parcels = new Parcels(database);
        parcels.add(20, NOW, 1);
        var failures = new AtomicInteger();
        parcels.before = claimed -> {
            if (failures.getAndIncrement() == 0) {
                parcels.ask("WITH posted AS (UPDATE parcel SET posted = true RETURNING 1) SELECT count(*) FROM posted");
                throw new IllegalStateException("died in the middle");
            }
        };

        try (var _ = replica(parcels)) {
            parcels.awaitReceipts(20);
        }

        assertThat(parcels.receipts()).isEqualTo(20);
        assertThat(handled).hasValue(20);
    }
}
