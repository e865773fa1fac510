package org.moutracker.workinggroups.donereport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** What was reported done by the link in a mail, and confirmed, meets the deadline of 2025-10-17. */
@WorkingGroupsTest
class MeetReportedTest {

    private static final String TOPIC = "mou.done-reports.state.v1";
    private static final UUID SECRETARY = UUID.fromString("01995778-6000-7000-8000-00000000f003");

    @Inject
    Rows rows;

    private String last = "";

    @Test
    void it_is_met_as_if_somebody_had_completed_it_and_says_who_confirmed_that() {
        var deadline = deadline();
        var report = UUID.randomUUID();

        assertThat(heard(report, deadline, 1, "2025-09-17")).isEqualTo("MET");

        assertThat(read(deadline).getString("status")).isEqualTo("MET");
        assertThat(read(deadline).getString("metOn")).isEqualTo("2025-09-17");
        assertThat(read(deadline).getList("history.cause")).endsWith("met on 2025-09-17: reported done, and confirmed");
        assertThat(rows.ask("SELECT who FROM deadline_change WHERE deadline_id = '%s' ORDER BY id DESC LIMIT 1"
                        .formatted(deadline)))
                .isEqualTo("people/" + SECRETARY);
        await().untilAsserted(() -> assertThat(Broker.told("mou.deadlines.v1", deadline))
                .extracting(Broker.Told::type)
                .containsExactly("mou.deadline.opened.v1", "mou.deadline.met.v1"));
    }

    @Test
    void the_same_report_again_does_nothing_even_when_the_deadline_was_reopened() {
        var deadline = deadline();
        var report = UUID.randomUUID();
        heard(report, deadline, 1, "2025-09-17");
        sending("{\"reason\": \"it was not\"}")
                .post("/api/v1/deadlines/" + deadline + "/reopening")
                .then()
                .statusCode(200);

        Broker.send(confirmed(report, deadline, 1, "2025-09-17", SECRETARY));
        marker(report);

        assertThat(read(deadline).getString("status")).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"2, 2025-09-17, MOVED", "1, 2025-09-16, REFUSED", "1, 2999-01-01, REFUSED"})
    void what_is_about_another_date_or_cannot_be_has_no_effect_and_is_recorded(
            int scheduleNo, String on, String outcome) {
        var deadline = deadline();
        var before = read(deadline).getInt("version");

        assertThat(heard(UUID.randomUUID(), deadline, scheduleNo, on)).isEqualTo(outcome);

        assertThat(read(deadline).getString("status")).isEqualTo("ACTIVE");
        assertThat(read(deadline).getString("metOn")).isNull();
        assertThat(read(deadline).getInt("version")).isEqualTo(before);
    }

    @Test
    void what_is_over_already_stays_as_it_is() {
        var deadline = deadline();
        sending("{\"reason\": \"liaison officers instead\"}")
                .post("/api/v1/deadlines/" + deadline + "/waiver")
                .then()
                .statusCode(200);

        assertThat(heard(UUID.randomUUID(), deadline, 1, "2025-09-17")).isEqualTo("NOT_OPEN");
        assertThat(read(deadline).getString("status")).isEqualTo("WAIVED");
    }

    @Test
    void of_two_reports_the_first_meets_it() {
        var deadline = deadline();

        assertThat(heard(UUID.randomUUID(), deadline, 1, "2025-09-17")).isEqualTo("MET");
        assertThat(heard(UUID.randomUUID(), deadline, 1, "2025-09-18")).isEqualTo("NOT_OPEN");
        assertThat(read(deadline).getString("metOn")).isEqualTo("2025-09-17");
    }

    @Test
    void what_nobody_knows_is_recorded_and_holds_up_nothing() {
        assertThat(heard(UUID.randomUUID(), UUID.randomUUID().toString(), 1, "2025-09-17"))
                .isEqualTo("UNKNOWN");
    }

    private static String deadline() {
        return Api.deadlineOf(Seed.told().agreement()).getString("id");
    }

    private static JsonPath read(String deadline) {
        return Api.get("/api/v1/deadlines/" + deadline);
    }

    /** Tells it and answers what became of it. */
    private String heard(UUID report, String deadline, int scheduleNo, String on) {
        Broker.send(confirmed(report, deadline, scheduleNo, on, SECRETARY));
        return outcome(report);
    }

    private String outcome(UUID report) {
        var sql = "SELECT coalesce((SELECT outcome FROM done_report WHERE id = '%s'), '')".formatted(report);
        await().until(() -> !rows.ask(sql).isEmpty());
        return rows.ask(sql);
    }

    /** Waits until the last event of a report was taken in. */
    private void marker(UUID report) {
        await().untilAsserted(() -> assertThat(
                        rows.ask("SELECT count(*) FROM inbox WHERE subject = 'done-reports/%s' AND sequence = '%s'"
                                .formatted(report, last)))
                .isEqualTo("1"));
    }

    private ProducerRecord<String, byte[]> confirmed(
            UUID report, String deadline, int scheduleNo, String on, @Nullable UUID by) {
        var sample = Sample.of("mou.done-report.confirmed.v1")
                .subject(report)
                .with("deadlineId", deadline)
                .with("scheduleNo", scheduleNo)
                .with("doneOn", on)
                .with("confirmedBy", by);
        var record = sample.record(TOPIC);
        last = new String(record.headers().lastHeader("ce_sequence").value(), UTF_8);
        return record;
    }
}
