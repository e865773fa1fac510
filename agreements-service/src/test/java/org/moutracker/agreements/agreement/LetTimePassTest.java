package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.agreements.agreement.Recording.FIVE_YEARS;
import static org.moutracker.agreements.agreement.Recording.inForce;
import static org.moutracker.agreements.agreement.Recording.mou;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;

/** What time alone brings about. */
@AgreementsTest
class LetTimePassTest {

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    private static void at(String instant) {
        TestStack.clock().set(Instant.parse(instant));
    }

    private static void awaitStatus(Recording agreement, String status) {
        await().untilAsserted(() -> assertThat(agreement.status()).isEqualTo(status));
    }

    @Test
    void it_enters_into_force_when_the_day_has_begun_for_all_parties() {
        var agreement = Recording.of(mou("{\"kind\": \"LAST_NOTIFICATION\", \"then\": \"P30D\"}", FIVE_YEARS));
        agreement.record("NOTIFICATION_RECEIVED", "2025-09-17", "PK");
        agreement
                .record("NOTIFICATION_RECEIVED", "2025-09-20", "PS")
                .then()
                .body("status", equalTo("SIGNED"))
                .body("waitingFor", contains("2025-10-20, the day of its entry into force"));

        // Midnight in Karachi, two hours before that in Hebron.
        at("2025-10-19T20:59:59Z");
        Told.awaitWhatTimeBrings();
        assertThat(agreement.status()).isEqualTo("SIGNED");
        at("2025-10-19T21:00:00Z");

        awaitStatus(agreement, "IN_FORCE");
        agreement.read().then().body("enteredIntoForceOn", equalTo("2025-10-20"));
        assertThat(Told.types(agreement.id()))
                .containsExactly(
                        "mou.agreement.signed.v1",
                        "mou.agreement.legal-event-recorded.v1",
                        "mou.agreement.legal-event-recorded.v1",
                        "mou.agreement.entered-into-force.v1");
    }

    @Test
    void jumps_over_ten_years_renew_it_as_often_as_agreed_each_time_once() {
        var agreement = inForce();

        for (var year = 2026; year <= 2035; year++) {
            at(year + "-10-01T00:00:00Z");
            Told.awaitWhatTimeBrings();
        }

        assertThat(agreement.ledger())
                .containsExactly(
                        "SIGNED", "SIGNED", "STATEMENT_MADE", "ENTERED_INTO_FORCE", "RENEWED", "RENEWED", "EXPIRED");
        assertThat(agreement.days("RENEWED")).containsExactly("2030-09-18", "2031-09-18");
        assertThat(Told.types(agreement.id()))
                .containsSubsequence("mou.agreement.renewed.v1", "mou.agreement.renewed.v1", "mou.agreement.expired.v1")
                .filteredOn(type -> type.equals("mou.agreement.renewed.v1"))
                .hasSize(2);
    }

    @Test
    void what_a_long_downtime_held_back_happens_in_its_order() {
        var agreement = inForce();
        agreement.record("SUSPENDED", "2025-09-17");

        // Nobody was there for seven years: to the engine it is one round.
        at("2032-09-17T22:00:00Z");

        awaitStatus(agreement, "EXPIRED");
        assertThat(Told.types(agreement.id()).subList(3, 6))
                .containsExactly("mou.agreement.renewed.v1", "mou.agreement.renewed.v1", "mou.agreement.expired.v1");
        var states = Told.states(agreement.id());
        assertThat(states.get(3).at("/facts/EXPIRY").asText()).isEqualTo("2031-09-17");
        assertThat(states.get(3).get("status").asText()).isEqualTo("SUSPENDED");
        assertThat(states.get(4).at("/facts/EXPIRY").asText()).isEqualTo("2032-09-17");
        assertThat(states.get(5).get("status").asText()).isEqualTo("EXPIRED");
    }

    @Test
    void an_objection_in_time_lets_the_term_end() {
        var agreement = inForce();
        at("2030-03-17T12:00:00Z");
        agreement.record("RENEWAL_OBJECTED", "2030-03-17", "PS").then().statusCode(201);

        at("2030-09-17T21:00:00Z");

        awaitStatus(agreement, "EXPIRED");
        assertThat(agreement.ledger()).doesNotContain("RENEWED");
        agreement.read().then().body("commitments[0].status", equalTo("CANCELLED"));
    }

    @Test
    void a_termination_takes_effect_on_its_day_unless_the_notice_is_withdrawn() {
        var withdrawn = inForce();
        var terminated = inForce();
        withdrawn.record("TERMINATION_NOTICE_GIVEN", "2025-09-17", "PS").then().statusCode(201);
        terminated.record("TERMINATION_NOTICE_GIVEN", "2025-09-17", "PS").then().statusCode(201);
        at("2026-01-10T12:00:00Z");
        withdrawn.record("TERMINATION_NOTICE_WITHDRAWN", "2026-01-10").then().statusCode(201);

        at("2026-03-16T22:00:00Z");

        awaitStatus(terminated, "TERMINATED");
        assertThat(terminated.days("TERMINATED")).containsExactly("2026-03-17");
        assertThat(withdrawn.status()).isEqualTo("IN_FORCE");
        assertThat(Told.types(terminated.id()))
                .endsWith("mou.agreement.termination-notified.v1", "mou.agreement.terminated.v1");
    }

    @Test
    void a_last_day_to_act_that_passes_is_told() {
        var agreement = inForce();

        at("2030-03-17T22:00:00Z");

        await().untilAsserted(() -> assertThat(Told.types(agreement.id())).endsWith("mou.agreement.times-changed.v1"));
        assertThat(Told.states(agreement.id()).getLast().get("times").findValuesAsText("state"))
                .containsExactly("HAPPENED", "OPEN", "OPEN", "OVER", "OVER");
    }

    @Test
    void a_suspension_that_was_decided_ahead_is_told_when_it_begins() {
        var agreement = inForce();
        agreement
                .record("{\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-17\", \"effectiveOn\": \"2025-12-01\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"));

        at("2025-11-30T22:00:00Z");

        awaitStatus(agreement, "SUSPENDED");
        assertThat(Told.types(agreement.id()))
                .endsWith("mou.agreement.legal-event-recorded.v1", "mou.agreement.suspended.v1");
    }

    @Test
    void more_than_one_transaction_should_hold_is_done_in_several() {
        var agreement =
                mou("{\"kind\": \"ON_SIGNATURE\"}", "{\"period\": \"P1M\", \"renewal\": {\"period\": \"P1M\"}}");
        agreement.withArray("signatures").forEach(signature -> ((ObjectNode) signature).put("signedOn", "1965-09-10"));
        agreement.withArray("legalEvents").removeAll();

        var old = Recording.of(agreement);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> old.read().then().body("currentTerm.renewals", equalTo(720)));
        assertThat(old.status()).isEqualTo("IN_FORCE");
    }
}
