package org.moutracker.agreements.agreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;

/** The story of two ministries on one side: health and foreign affairs of Pakistan, and health of Palestine. */
@AgreementsTest
class TwoMinistriesTest {

    private static ObjectNode mou() {
        var agreement = healthMou();
        agreement.putArray("signatures");
        agreement.putArray("commitments");
        ((ObjectNode) agreement.at("/parties/0")).put("code", "PK-MOH").put("side", "PK");
        var foreign = ((ArrayNode) agreement.get("parties")).addObject();
        foreign.put("code", "PK-MOFA").put("side", "PK").put("onBehalfOf", "Islamic Republic of Pakistan");
        foreign.putObject("organization")
                .put("name", "Ministry of Foreign Affairs")
                .put("kind", "MINISTRY")
                .put("country", "PK")
                .put("zone", "Asia/Karachi");
        for (var area : agreement.withArray("areas")) {
            ((ObjectNode) area).put("direction", "JOINT");
        }
        return agreement;
    }

    private static Response sign(String location, String party, String on) {
        return sending("{\"party\": \"%s\", \"signedOn\": \"%s\"}".formatted(party, on))
                .post(location + "/signatures");
    }

    private static Response consent(String location, int amendment, String party) {
        return sending("{\"party\": \"%s\", \"on\": \"2025-09-17\"}".formatted(party))
                .post(location + "/amendments/" + amendment + "/consents");
    }

    @Test
    void a_side_has_signed_when_one_of_its_ministries_has() {
        var location = register(mou()).header("Location");
        sign(location, "PK-MOFA", "2025-09-15")
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("waitingFor", contains("the signature of PS"));

        sign(location, "PS", "2025-09-16")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-16"))
                .body("waitingFor", empty());
    }

    @Test
    void the_other_ministry_signs_later_and_once_and_nothing_begins_anew() {
        var location = register(mou()).header("Location");
        sign(location, "PK-MOFA", "2025-09-15");
        sign(location, "PS", "2025-09-16");

        sign(location, "PK-MOH", "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("signatures", hasSize(3));
        sign(location, "PK-MOH", "2025-09-17").then().statusCode(409);
        asRegistrar().get(location).then().body("parties.side", contains("PK", "PS", "PK"));
    }

    @Test
    void the_ministries_of_one_side_alone_do_not_conclude_it() {
        var location = register(mou()).header("Location");
        sign(location, "PK-MOFA", "2025-09-15");

        sign(location, "PK-MOH", "2025-09-15")
                .then()
                .body("status", equalTo("DRAFT"))
                .body("waitingFor", contains("the signature of PS"));
    }

    @Test
    void both_ministries_consent_to_an_amendment_for_one_side() {
        var location = register(mou()).header("Location");
        sign(location, "PK-MOFA", "2025-09-15");
        sign(location, "PS", "2025-09-16");
        sending("""
                {"title": {"en": "An amendment"}, "instrument": "EXCHANGE_OF_LETTERS",
                 "changes": {"term": {"period": "P5Y"}}, "takesEffect": {"kind": "ON_SIGNATURE"}, "consents": []}
                """).post(location + "/amendments").then().statusCode(201);

        consent(location, 1, "PK-MOH").then().statusCode(201).body("status", equalTo("PROPOSED"));
        consent(location, 1, "PK-MOFA").then().statusCode(201).body("status", equalTo("PROPOSED"));
        consent(location, 1, "PS").then().statusCode(201).body("status", equalTo("IN_EFFECT"));
    }

    @Test
    void all_of_them_are_told_with_their_sides() {
        var location = register(mou()).header("Location");
        sign(location, "PK-MOFA", "2025-09-15");
        sign(location, "PS", "2025-09-16");

        var told =
                Told.states(location.substring(location.lastIndexOf('/') + 1)).getLast();
        org.assertj.core.api.Assertions.assertThat(told.get("parties").findValuesAsText("side"))
                .containsExactly("PK", "PS", "PK");
    }
}
