package org.moutracker.agreements.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.amendment.Amending.LONGER;
import static org.moutracker.agreements.amendment.Amending.inForce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;

/** Amendments whose day lies ahead when they are agreed on. */
@AgreementsTest
class AmendmentInTimeTest {

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    private static String on(String day) {
        return "{\"kind\": \"ON_DATE\", \"on\": \"%s\"}".formatted(day);
    }

    private static void at(String instant) {
        TestStack.clock().set(Instant.parse(instant));
    }

    private static void awaitStatus(Amending agreement, int number, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agreement.read(number).path("status").equals(status));
    }

    private static List<String> ledger(Amending agreement) {
        return asRegistrar()
                .get(agreement.location() + "/legal-events?limit=200")
                .path("items.findAll { it.type != 'SIGNED' }.type");
    }

    @Test
    void it_takes_effect_by_itself_when_its_day_has_begun_for_all_parties() {
        var agreement = inForce();
        agreement.agree(LONGER, on("2026-01-01"), "2025-09-17").then().body("status", equalTo("AGREED"));

        // In Islamabad the day has begun, in Hebron it has not.
        at("2025-12-31T21:59:59Z");
        Told.awaitWhatTimeBrings();
        agreement.read(1).then().body("status", equalTo("AGREED"));

        at("2025-12-31T22:00:00Z");
        awaitStatus(agreement, 1, "IN_EFFECT");
        agreement.agreement().then().body("currentTerm.endsOn", equalTo("2035-09-17"));
        assertThat(Told.types(agreement.id())).containsOnlyOnce("mou.agreement.amended.v1");
        assertThat(ledger(agreement)).containsExactly("STATEMENT_MADE", "ENTERED_INTO_FORCE", "AMENDED");
    }

    @Test
    void after_a_long_downtime_the_term_is_amended_before_it_would_have_expired() {
        var agreement = inForce();
        agreement.agree(LONGER, on("2030-09-18"), "2025-09-17");

        at("2033-05-01T00:00:00Z");

        awaitStatus(agreement, 1, "IN_EFFECT");
        agreement.agreement().then().body("status", equalTo("IN_FORCE"));
        assertThat(Told.types(agreement.id()))
                .containsOnlyOnce("mou.agreement.amended.v1")
                .doesNotContain("mou.agreement.expired.v1");
    }

    @Test
    void it_lapses_when_the_agreement_ends_before_its_day() {
        var agreement = inForce();
        agreement.agree(LONGER, on("2031-01-01"), "2025-09-17");

        at("2031-01-02T00:00:00Z");

        awaitStatus(agreement, 1, "LAPSED");
        agreement.read(1).then().body("because", equalTo("the agreement ended before 2031-01-01"));
        agreement.agreement().then().body("status", equalTo("EXPIRED"));
        assertThat(Told.types(agreement.id())).doesNotContain("mou.agreement.amended.v1");
    }

    @Test
    void several_take_effect_in_the_order_of_their_days_each_on_top_of_the_other() {
        var agreement = inForce();
        agreement.agree("{\"term\": {\"terminationNotice\": \"P3M\"}}", on("2027-01-01"), "2025-09-17");
        agreement.agree(LONGER, on("2026-01-01"), "2025-09-17");

        at("2028-01-01T00:00:00Z");

        awaitStatus(agreement, 1, "IN_EFFECT");
        awaitStatus(agreement, 2, "IN_EFFECT");
        agreement
                .agreement()
                .then()
                .body("lastAmendment.number", equalTo(1))
                .body("currentTerm.endsOn", equalTo("2035-09-17"))
                .body("currentTerm.lastDayToGiveNotice", equalTo("2035-06-17"));
        var amended = Told.of("mou.agreements.v1", agreement.id()).stream()
                .filter(event -> event.type().equals("mou.agreement.amended.v1"))
                .toList();
        assertThat(amended)
                .extracting(event -> event.state().at("/amendment/number").asInt())
                .containsExactly(2, 1);
    }

    @Test
    void one_that_is_withdrawn_does_not_take_effect() {
        var agreement = inForce();
        agreement.agree(LONGER, on("2026-01-01"), "2025-09-17");
        agreement.withdraw(1, "not needed").then().statusCode(200);

        at("2026-02-01T00:00:00Z");
        Told.awaitWhatTimeBrings();

        agreement.read(1).then().body("status", equalTo("WITHDRAWN"));
        agreement.agreement().then().body("currentTerm.endsOn", equalTo("2030-09-17"));
    }

    @Test
    void nobody_amends_what_has_expired() {
        var agreement = inForce();
        at("2031-01-01T00:00:00Z");
        await().until(() -> agreement.agreement().path("status").equals("EXPIRED"));

        agreement
                .agree(LONGER, on("2030-01-01"), "2029-12-01")
                .then()
                .statusCode(409)
                .body("detail", containsString("EXPIRED cannot be amended"));
    }

    @Test
    void a_consent_heard_of_after_the_end_lets_it_go_on_if_it_was_agreed_before() {
        var agreement = inForce();
        agreement.propose(
                Amending.form(LONGER, "{\"kind\": \"ON_SIGNATURE\"}", "[{\"party\": \"PK\", \"on\": \"2025-09-17\"}]"));
        at("2031-01-01T00:00:00Z");
        await().until(() -> agreement.agreement().path("status").equals("EXPIRED"));

        agreement
                .consent(1, "{\"party\": \"PS\", \"on\": \"2030-06-01\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_EFFECT"));

        agreement
                .agreement()
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("currentTerm.endsOn", equalTo("2035-09-17"));
        assertThat(ledger(agreement))
                .containsExactly("STATEMENT_MADE", "ENTERED_INTO_FORCE", "EXPIRED", "AMENDED", "CORRECTED");
        sending("{\"type\": \"SUSPENDED\", \"occurredOn\": \"2031-01-01\"}")
                .post(agreement.location() + "/legal-events")
                .then()
                .statusCode(201);
    }
}
