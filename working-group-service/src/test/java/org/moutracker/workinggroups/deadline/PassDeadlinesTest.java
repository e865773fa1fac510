package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.sending;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class PassDeadlinesTest {

    @Inject
    DeadlineRepository deadlines;

    @Inject
    ObjectMapper json;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void every_schedule_passes_once_and_the_deadline_stays_open() {
        var seed = Seed.fresh();
        var dueInTwoDays = TestStack.clock().instant().plus(Duration.ofDays(2));
        Broker.tell(seed.signed(), seed.opened().with("rule", on(dueInTwoDays)));
        var deadline = Api.deadlineOf(seed.agreement());
        var id = deadline.getString("id");
        assertThat(deadline.getString("derived")).isEqualTo("DUE_SOON");

        TestStack.clock().set(Instant.parse(deadline.getString("dueAt")));

        await().untilAsserted(() -> assertThat(passed(id)).isEqualTo(1));
        var overdue = Api.get("/api/v1/deadlines/" + id);
        assertThat(overdue.getString("status")).isEqualTo("ACTIVE");
        assertThat(overdue.getString("derived")).isEqualTo("OVERDUE");
        assertThat(overdue.getInt("version")).isEqualTo(2);
        assertThat(overdue.getList("history.cause").getLast()).isEqualTo("the last day has passed");
        assertThat(Broker.told("mou.deadlines.v1", id)
                        .getLast()
                        .data()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(Api.get("/api/v1/deadlines?derived=OVERDUE&agreement=" + seed.agreement())
                        .getList("items"))
                .hasSize(1);

        var later = TestStack.clock().instant().plus(Duration.ofDays(3));
        sending("{\"to\": \"%s\", \"reason\": \"agreed\"}"
                        .formatted(later.toString().substring(0, 10)))
                .post("/api/v1/deadlines/" + id + "/extension")
                .then()
                .statusCode(200);
        assertThat(passed(id)).isEqualTo(1);
        TestStack.clock().jump(Duration.ofDays(5));
        await().untilAsserted(() -> assertThat(passed(id)).isEqualTo(2));
        TestStack.clock().jump(Duration.ofDays(5));
        marker();
        assertThat(passed(id)).isEqualTo(2);
    }

    @Test
    void it_is_told_with_the_state_that_every_other_event_has() throws IOException {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), seed.opened());
        var id = Api.deadlineOf(seed.agreement()).getString("id");
        TestStack.clock().jump(Duration.ofDays(60).plusMillis(1));
        await().untilAsserted(() -> assertThat(passed(id)).isEqualTo(1));

        var deadline = QuarkusTransaction.requiringNew().call(() -> deadlines.findById(UUID.fromString(id)));
        var lastDay = deadline.schedule.lastDay();
        var change = new Change(TestStack.clock().instant(), lastDay, lastDay, "the last day has passed");
        var told = Broker.told("mou.deadlines.v1", id).getLast();
        assertThat(told.type()).isEqualTo(new DeadlineEvent.DeadlinePassed(state(deadline, change)).type());
        assertThat(told.data()).isEqualTo(json.readTree(json.writeValueAsBytes(state(deadline, change))));
    }

    @Test
    void operators_see_how_long_a_passed_deadline_has_waited() throws SQLException {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), seed.opened());
        var deadline = Api.deadlineOf(seed.agreement());
        var id = deadline.getString("id");
        try (var other = database.getConnection();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("SELECT FROM deadline WHERE id = '%s' FOR UPDATE".formatted(id));
            TestStack.clock().set(Instant.parse(deadline.getString("dueAt")).plusSeconds(90));
            await().untilAsserted(() -> assertThat(lag()).isEqualTo(90));
            assertThat(passed(id)).isZero();
            other.rollback();
        }
        await().untilAsserted(() -> assertThat(passed(id)).isEqualTo(1));
        await().untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(metrics.get("mou.due.deadlines.claimed").counter().count()).isPositive();
    }

    private double lag() {
        return metrics.get("mou.due.deadlines.lag.seconds").gauge().value();
    }

    private static DeadlineState state(Deadline deadline, Change change) {
        return DeadlineState.of(deadline, change, deadline.version);
    }

    @Test
    void what_is_met_or_waived_does_not_pass() {
        var seed = Seed.fresh();
        Broker.tell(
                seed.signed(),
                seed.opened().with("rule", on(TestStack.clock().instant().plus(Duration.ofDays(2)))));
        var id = Api.deadlineOf(seed.agreement()).getString("id");
        sending("{\"reason\": \"not needed\"}").post("/api/v1/deadlines/" + id + "/waiver");

        TestStack.clock().jump(Duration.ofDays(4));
        marker();

        assertThat(passed(id)).isZero();
    }

    /** Waits until the engine has passed a deadline that is due later than every other of the test. */
    private static void marker() {
        var seed = Seed.fresh();
        Broker.tell(
                seed.signed(),
                seed.opened().with("rule", on(TestStack.clock().instant().minus(Duration.ofDays(1)))));
        var id = Api.deadlineOf(seed.agreement()).getString("id");
        await().untilAsserted(() -> assertThat(passed(id)).isEqualTo(1));
    }

    private static Map<String, Object> on(Instant day) {
        return Map.of(
                "anchor", Map.of("on", day.toString().substring(0, 10)),
                "steps", List.of(),
                "clock", Map.of("zones", List.of("UTC")));
    }

    private static long passed(String id) {
        return Broker.told("mou.deadlines.v1", id).stream()
                .filter(told -> told.type().equals("mou.deadline.passed.v1"))
                .count();
    }
}
