package org.moutracker.agreements.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.sending;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;

@AgreementsTest
class ConfirmBySilenceTest {

    private static final String NOTICE = """
            {"side": "PS", "on": "2025-09-17", "evidence": [{"title": "Note verbale PK/2025/7", "dated": "2025-09-17"}]}
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    ConfirmBySilence silences;

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    private static Training reported() {
        var training = Training.wherePeopleMayBeSilent();
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        return training;
    }

    private static Training told() {
        var training = reported();
        training.tell("PS").then().statusCode(201);
        return training;
    }

    private static void becomes(Training training, String status) {
        await().untilAsserted(
                        () -> assertThat(training.read().<String>path("status")).isEqualTo(status));
    }

    /** Waits until whatever has come due by now was looked at, by one that came due last. */
    private static void settle() {
        var marker = told();
        TestStack.clock().jump(Duration.ofDays(40));
        becomes(marker, "FULFILLED");
    }

    @Test
    void a_side_that_was_told_confirms_by_thirty_days_of_silence() {
        var training = reported();
        training.post("notices", NOTICE)
                .then()
                .statusCode(201)
                .body("confirmationBySilence", equalTo("P30D"))
                .body("silence.side", contains("PS"))
                .body("silence.toldOn", contains("2025-09-17"))
                .body("silence.confirmsAfter", contains("2025-10-17T21:00:00Z"));

        TestStack.clock().set(Instant.parse("2025-10-17T20:59:59Z"));
        training.read().then().body("status", equalTo("REPORTED_FULFILLED"));
        TestStack.clock().set(Instant.parse("2025-10-17T21:00:00Z"));

        becomes(training, "FULFILLED");
        training.read()
                .then()
                .body("positions.side", contains("PK", "PS"))
                .body("positions.word", contains("REPORTED", "CONFIRMED"))
                .body("positions.on", contains("2025-09-17", "2025-10-17"))
                .body("silence", nullValue());
        training.list("history")
                .then()
                .body("items.kind", contains("FULFILMENT_REPORT", "NOTICE", "CONFIRMED_BY_SILENCE"))
                .body("items[1].side", equalTo("PS"))
                .body("items[1].evidence[0].dated", equalTo("2025-09-17"))
                .body("items[2].side", equalTo("PS"))
                .body("items[2].on", equalTo("2025-10-17"))
                .body("items[2].recordedBy", equalTo("system"))
                .body("items[2].statusAfter", equalTo("FULFILLED"));
        assertThat(Told.of("mou.commitments.v1", training.id()))
                .extracting(Told::type)
                .containsExactly(
                        "mou.commitment.opened.v1",
                        "mou.commitment.reported-fulfilled.v1",
                        "mou.commitment.silence-changed.v1",
                        "mou.commitment.fulfilled.v1");
        training.post("corrections", "{\"reason\": \"They had written to another office\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("REPORTED_FULFILLED"));
        settle();
        training.read().then().body("status", equalTo("REPORTED_FULFILLED"));
    }

    @Test
    void after_a_long_downtime_it_is_confirmed_once() {
        var training = told();

        TestStack.clock().jump(Duration.ofDays(400));
        becomes(training, "FULFILLED");
        settle();

        training.list("history?kind=CONFIRMED_BY_SILENCE").then().body("items.on", contains("2025-10-17"));
        training.read().then().body("version", equalTo(4));
    }

    @Test
    void two_replicas_share_what_is_due_and_confirm_everything_once() throws SQLException {
        var trainings = Stream.generate(ConfirmBySilenceTest::told).limit(4).toList();
        var taken = trainings.subList(0, 2);
        var left = trainings.subList(2, 4);
        var due = TestStack.clock().instant().plus(Duration.ofDays(40));

        // This thread is a replica in the middle of its batch, the service the other.
        QuarkusTransaction.begin();
        claim(taken);
        TestStack.clock().set(due);
        left.forEach(training -> becomes(training, "FULFILLED"));
        taken.forEach(training -> training.read().then().body("status", equalTo("REPORTED_FULFILLED")));
        silences.handle(agreements(taken), due);
        QuarkusTransaction.commit();
        settle();

        trainings.forEach(ConfirmBySilenceTest::isConfirmedOnce);
        assertThat(due(trainings)).as("nothing is left to be looked at").isZero();
    }

    @Test
    void what_a_replica_did_and_did_not_commit_another_does_once() throws SQLException {
        var trainings = Stream.generate(ConfirmBySilenceTest::told).limit(2).toList();
        var due = TestStack.clock().instant().plus(Duration.ofDays(40));

        QuarkusTransaction.begin();
        claim(trainings);
        TestStack.clock().set(due);
        silences.handle(agreements(trainings), due);
        QuarkusTransaction.rollback();
        trainings.forEach(training -> becomes(training, "FULFILLED"));
        settle();

        trainings.forEach(ConfirmBySilenceTest::isConfirmedOnce);
        assertThat(due(trainings)).as("nothing is left to be looked at").isZero();
    }

    /** Takes their agreements as the engine does, which this service's own then passes by. */
    private void claim(List<Training> trainings) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT FROM agreement WHERE id = ANY (?) FOR UPDATE")) {
            select.setArray(
                    1, connection.createArrayOf("uuid", agreements(trainings).toArray()));
            select.execute();
        }
    }

    private long due(List<Training> trainings) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT count(*) FROM agreement WHERE silence_over_at IS NOT NULL AND id = ANY (?)")) {
            select.setArray(
                    1, connection.createArrayOf("uuid", agreements(trainings).toArray()));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<UUID> agreements(List<Training> trainings) {
        return trainings.stream()
                .map(training -> UUID.fromString(training.agreement()))
                .toList();
    }

    private static void isConfirmedOnce(Training training) {
        training.list("history?kind=CONFIRMED_BY_SILENCE").then().body("items.on", contains("2025-10-17"));
        training.read().then().body("version", equalTo(4));
        assertThat(Told.of("mou.commitments.v1", training.id()))
                .extracting(Told::type)
                .containsOnlyOnce("mou.commitment.fulfilled.v1");
    }

    @Test
    void a_dispute_in_time_stops_it() {
        var training = told();
        training.dispute("PS").then().statusCode(201).body("silence", nullValue());

        settle();

        training.read().then().body("status", equalTo("DISPUTED"));
    }

    @Test
    void a_suspension_lets_the_time_stand() {
        var training = told();
        sending("{\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-17\"}")
                .post("/api/v1/agreements/" + training.agreement() + "/legal-events")
                .then()
                .statusCode(201);
        training.read().then().body("silence[0].confirmsAfter", nullValue());

        settle();
        training.read().then().body("status", equalTo("REPORTED_FULFILLED"));
        sending("{\"type\": \"RESUMED\", \"occurredOn\": \"2025-10-27\"}")
                .post("/api/v1/agreements/" + training.agreement() + "/legal-events")
                .then()
                .statusCode(201);
        training.read().then().body("silence.confirmsAfter", contains("2025-11-26T22:00:00Z"));
        TestStack.clock().set(Instant.parse("2025-11-26T22:00:00Z"));

        becomes(training, "FULFILLED");
    }

    @Test
    void told_again_is_on_record_and_changes_nothing() {
        var training = told();

        training.post("notices", NOTICE.replace("PK/2025/7", "PK/2025/8"))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"3\""))
                .body("silence.toldOn", contains("2025-09-17"));

        training.list("history").then().body("items.kind", contains("FULFILMENT_REPORT", "NOTICE", "NOTICE"));
    }

    @Test
    void it_must_be_shown_that_a_side_of_the_agreement_was_told() {
        var training = reported();
        training.post("notices", "{\"side\": \"PS\", \"on\": \"2025-09-17\", \"evidence\": []}")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("evidence"));
        training.post("notices", """
                        {"side": "XX", "on": "2030-09-17",
                         "evidence": [{"title": "Somebody said so", "correspondence": "%s"}]}
                        """.formatted(UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("side", "on", "evidence[0].correspondence"));
        training.post("notices", NOTICE.replace(", \"dated\": \"2025-09-17\"", ""))
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("date of a note"));
        training.post("notices", NOTICE.replace("\"PS\"", "\"PK\""))
                .then()
                .statusCode(409)
                .body("detail", equalTo("PK has reported it itself"));
        training.list("history").then().body("items.kind", contains("FULFILMENT_REPORT"));
    }

    @Test
    void a_note_in_the_log_of_correspondence_shows_it() {
        var training = reported();
        String note = sending("""
                        {"number": "PK/2025/7", "kind": "NOTE_VERBALE", "dated": "2025-09-17", "direction": "SENT",
                         "from": "PK", "to": "PS", "summary": "The training is done"}
                        """)
                .post("/api/v1/agreements/" + training.agreement() + "/correspondence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        training.post("notices", """
                        {"side": "PS", "on": "2025-09-17", "evidence": [{"title": "Our note", "correspondence": "%s"}]}
                        """.formatted(note)).then().statusCode(201).body("silence.side", contains("PS"));
    }

    @Test
    void a_period_that_makes_no_sense_is_refused_at_registration() {
        sending(Training.mou(Training.SILENCE_CONFIRMS.replace("P30D", "P-1D")).toString())
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("commitments[1].confirmationBySilence"));
    }
}
