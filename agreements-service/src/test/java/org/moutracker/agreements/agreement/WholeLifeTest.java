package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.agreement.Recording.FIVE_YEARS;
import static org.moutracker.agreements.agreement.Recording.inForce;
import static org.moutracker.agreements.agreement.Recording.mou;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;

/** What can be recorded of an agreement, and what follows at once. */
@AgreementsTest
class WholeLifeTest {

    @Test
    void the_last_days_to_object_and_to_give_notice_are_shown() {
        inForce()
                .read()
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("currentTerm.endsOn", equalTo("2030-09-17"))
                .body("currentTerm.renewals", equalTo(0))
                .body("currentTerm.lastDayToObject", equalTo("2030-03-17"))
                .body("currentTerm.lastDayToGiveNotice", equalTo("2030-03-17"))
                .body("facts.EXPIRY", equalTo("2030-09-17"));
    }

    @Test
    void an_agreement_whose_term_was_over_long_ago_is_registered_with_its_whole_life() {
        var agreement = mou("{\"kind\": \"ON_SIGNATURE\"}", FIVE_YEARS);
        agreement.withArray("signatures").forEach(signature -> ((ObjectNode) signature).put("signedOn", "2010-01-31"));
        agreement.withArray("legalEvents").removeAll();

        var old = Recording.of(agreement);

        old.read().then().body("status", equalTo("EXPIRED")).body("currentTerm", nullValue());
        assertThat(old.ledger())
                .containsExactly("SIGNED", "SIGNED", "ENTERED_INTO_FORCE", "RENEWED", "RENEWED", "EXPIRED");
        assertThat(old.days("RENEWED")).containsExactly("2015-02-01", "2016-02-01");
        assertThat(old.days("EXPIRED")).containsExactly("2017-02-01");
        old.read().then().body("commitments[0].status", equalTo("CANCELLED"));
    }

    @Test
    void a_suspension_as_a_whole_and_its_end_take_the_commitments_along() {
        var agreement = inForce();

        agreement
                .record("SUSPENDED", "2025-09-17")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("SUSPENDED"))
                .body("suspension.since", equalTo("2025-09-17"))
                .body("suspension.areas", empty())
                .body("commitments[0].status", equalTo("SUSPENDED"));
        agreement
                .record("SUSPENDED", "2025-09-17")
                .then()
                .statusCode(409)
                .body("detail", containsString("suspended as a whole"));
        agreement
                .record("RESUMED", "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("suspension", nullValue())
                .body("commitments[0].status", equalTo("OPEN"));
    }

    @Test
    void a_suspension_of_two_areas_suspends_what_belongs_to_them_alone() {
        var registration = mou("{\"kind\": \"ON_SIGNATURE\"}", "null");
        var areas = (ArrayNode) registration.get("areas");
        areas.addObject().put("name", "Training").put("direction", "JOINT");
        var commitments = (ArrayNode) registration.get("commitments");
        commitments.addAll((ArrayNode) Recording.json("""
                [{"code": "C-02", "title": "Train", "kind": "TRAINING", "basis": "INSTRUMENT_CLAUSE", "mode": "JOINT",
                  "areas": ["Training", "Ophthalmology"]},
                 {"code": "C-03", "title": "Transplant", "kind": "RESEARCH", "basis": "INSTRUMENT_CLAUSE", "mode": "JOINT",
                  "areas": ["Training", "Organ transplant"]}]
                """));
        var agreement = Recording.of(registration);

        agreement
                .record(
                        "{\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-17\", \"areas\": [\"Training\", \"Ophthalmology\"]}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("suspension.areas", contains("Ophthalmology", "Training"))
                .body("commitments.status", contains("OPEN", "SUSPENDED", "OPEN"));
        agreement
                .record("{\"type\": \"RESUMED\", \"occurredOn\": \"2025-09-17\", \"areas\": [\"Training\"]}")
                .then()
                .statusCode(201)
                .body("suspension.areas", contains("Ophthalmology"))
                .body("commitments.status", contains("OPEN", "OPEN", "OPEN"));
    }

    @Test
    void two_ministries_on_one_side_consent_once() {
        var registration = mou("{\"kind\": \"LAST_NOTIFICATION\"}", "null");
        var third = ((ArrayNode) registration.get("parties")).addObject();
        third.put("code", "PK-DRAP").put("side", "PK");
        third.putObject("organization")
                .put("name", "Drug Regulatory Authority of Pakistan")
                .put("kind", "AGENCY")
                .put("country", "PK")
                .put("zone", "Asia/Karachi");
        var agreement = Recording.of(registration);
        agreement.read().then().body("waitingFor", contains("the notification of PK", "the notification of PS"));

        agreement
                .record("NOTIFICATION_RECEIVED", "2025-09-17", "PK-DRAP")
                .then()
                .body("status", equalTo("SIGNED"))
                .body("waitingFor", contains("the notification of PS"));
        agreement
                .record("NOTIFICATION_RECEIVED", "2025-09-17", "PK")
                .then()
                .body("waitingFor", contains("the notification of PS"));
        agreement
                .record("NOTIFICATION_RECEIVED", "2025-09-18", "PS")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-18"))
                .body("facts.LAST_NOTIFICATION", equalTo("2025-09-18"));
    }

    @Test
    void a_correction_of_the_signing_date_evaluates_everything_anew_and_deletes_nothing() {
        var agreement = inForce();
        var line = agreement.line("SIGNED");

        agreement
                .correct(line, "{\"occurredOn\": \"2025-09-18\", \"reason\": \"The gazette prints another day\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-18"))
                .body("currentTerm.endsOn", equalTo("2030-09-18"))
                .body("signatures[1].signedOn", equalTo("2025-09-18"));
        agreement
                .correct(line, "{\"occurredOn\": null, \"reason\": \"The gazette prints no day at all\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("SIGNED"))
                .body("enteredIntoForceOn", nullValue())
                .body("facts.SIGNATURE", nullValue())
                .body("waitingFor", contains("the day of the last signature, which is not known"));
        agreement
                .correct(line, "{\"occurredOn\": \"2025-09-17\", \"reason\": \"It was right\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-17"));

        asRegistrar()
                .get(agreement.location() + "/legal-events")
                .then()
                .body("items.findAll { it.id == '%s' }.occurredOn".formatted(line), contains("2025-09-17"))
                .body("items.findAll { it.type == 'ENTERED_INTO_FORCE' }.derived", contains(true, true, true))
                .body("items.findAll { it.type == 'CORRECTED' && it.derived }.size()", equalTo(2))
                .body(
                        "items.findAll { it.corrects == '%s' }.corrected".formatted(line),
                        contains(List.of("occurredOn"), List.of("occurredOn"), List.of("occurredOn")));
    }

    @Test
    void what_never_happened_is_void_and_stays_in_the_ledger() {
        var agreement = inForce();
        agreement
                .record("SUPERSEDED", "2025-09-17")
                .then()
                .body("status", equalTo("SUPERSEDED"))
                .body("commitments[0].status", equalTo("CANCELLED"));

        agreement
                .correct(agreement.line("SUPERSEDED"), "{\"void\": true, \"reason\": \"Another agreement was meant\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("commitments[0].status", equalTo("OPEN"));

        assertThat(agreement.ledger()).contains("SUPERSEDED", "CORRECTED");
    }

    @Test
    void what_the_system_derived_is_not_corrected_by_hand() {
        var agreement = inForce();

        agreement
                .correct(agreement.line("ENTERED_INTO_FORCE"), "{\"void\": true, \"reason\": \"no\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("follows from other lines"));
        agreement
                .correct(UUID.randomUUID().toString(), "{\"void\": true, \"reason\": \"no\"}")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no such legal event"));
        agreement
                .correct(agreement.line("SIGNED"), "{\"void\": true, \"reason\": \"It was never signed\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("a signature that others were told of"));
        assertThat(agreement.status()).isEqualTo("IN_FORCE");
    }

    @Test
    void what_is_signed_can_be_applied_provisionally_and_abandoned() {
        var agreement = Recording.of(mou("{\"kind\": \"LAST_NOTIFICATION\", \"then\": \"P30D\"}", FIVE_YEARS));

        agreement
                .record("PROVISIONALLY_APPLIED", "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("SIGNED"))
                .body("provisionallyAppliedOn", equalTo("2025-09-17"));
        agreement
                .record("ABANDONED", "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("ABANDONED"))
                .body("provisionallyAppliedOn", nullValue())
                .body("waitingFor", empty())
                .body("commitments[0].status", equalTo("CANCELLED"));
        agreement
                .record("SUSPENDED", "2025-09-17")
                .then()
                .statusCode(409)
                .body("detail", equalTo("an agreement that is ABANDONED cannot be suspended"));
    }

    @Test
    void what_is_in_progress_goes_on_after_the_end_if_that_was_agreed() {
        var registration = mou("{\"kind\": \"ON_SIGNATURE\"}", FIVE_YEARS);
        registration.put("survival", "ONGOING_CONTINUE");
        var agreement = Recording.of(registration);

        agreement
                .record("SUPERSEDED", "2025-09-17")
                .then()
                .body("survival", equalTo("ONGOING_CONTINUE"))
                .body("commitments[0].status", equalTo("CANCELLED"));
    }

    @Test
    void an_express_renewal_makes_the_term_longer() {
        inForce()
                .record("{\"type\": \"RENEWED\", \"occurredOn\": \"2025-09-17\", \"period\": \"P3Y\"}")
                .then()
                .statusCode(201)
                .body("currentTerm.endsOn", equalTo("2033-09-17"))
                .body("currentTerm.renewals", equalTo(1));
    }

    @Test
    void a_notice_names_the_day_of_the_termination_and_can_be_withdrawn() {
        var agreement = inForce();

        agreement
                .record("TERMINATION_NOTICE_GIVEN", "2025-09-17", "PS")
                .then()
                .statusCode(201)
                .body("status", equalTo("TERMINATION_NOTIFIED"));
        agreement
                .record("TERMINATION_NOTICE_GIVEN", "2025-09-17", "PK")
                .then()
                .statusCode(409)
                .body("detail", equalTo("notice of termination has been given already"));
        agreement
                .record("TERMINATION_NOTICE_WITHDRAWN", "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"));
        agreement
                .record("TERMINATION_NOTICE_WITHDRAWN", "2025-09-17")
                .then()
                .statusCode(409)
                .body("detail", containsString("no notice of termination"));
        agreement
                .record("TERMINATED", "2025-09-17")
                .then()
                .statusCode(409)
                .body("detail", containsString("notice of termination comes first"));
    }

    /** Every answer is also held against the OpenAPI document, which knows no 500. */
    @ParameterizedTest
    @CsvSource({
        "0001-01-01, P100Y, P100Y",
        "1948-10-24, P1M, P1M",
        "9999-12-31, P100Y, P1Y",
        "9950-01-01, P49Y, P1Y",
        "2024-02-29, P1Y, P1Y",
        "../2020-09-22, P1Y, P1Y",
        "2025-09-17~, P1Y, P1Y"
    })
    void no_day_however_far_is_too_much(String signedOn, String period, String renewal) {
        var registration = mou(
                "{\"kind\": \"ON_SIGNATURE\", \"then\": \"P1M\"}",
                "{\"period\": \"%s\", \"renewal\": {\"period\": \"%s\"}, \"terminationNotice\": \"P100Y\"}"
                        .formatted(period, renewal));
        registration.withArray("signatures").forEach(signature -> ((ObjectNode) signature).put("signedOn", signedOn));
        registration.withArray("legalEvents").removeAll();
        var agreement = Recording.of(registration);

        for (var type : List.of("TERMINATION_NOTICE_GIVEN", "RENEWAL_OBJECTED", "RENEWED", "SUSPENDED", "ABANDONED")) {
            for (var day : List.of("0001-01-01", "2025-09-17", "9999-12-31")) {
                assertThat(agreement.record(type, day, "PS").statusCode()).isIn(201, 400, 409);
            }
        }
        agreement.read().then().statusCode(200);
    }
}
