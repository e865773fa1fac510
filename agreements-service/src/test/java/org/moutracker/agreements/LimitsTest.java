package org.moutracker.agreements;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.sending;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.TokenRequest;

/** Every limit is met with a clear answer, and nothing has changed. Those that take time or many requests are tighter here. */
@AgreementsTest
@TestProfile(LimitsTest.Tight.class)
class LimitsTest {

    /** So that each is reached within a second. */
    public static class Tight implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("mou.http.patience.head", "PT1S"),
                    Map.entry("mou.http.patience.body", "PT1S"),
                    Map.entry("mou.http.rates.caller.at-once", "30"),
                    Map.entry("mou.http.rates.caller.a-minute", "1"),
                    Map.entry("mou.http.rates.address.at-once", "20"),
                    Map.entry("mou.http.rates.address.a-minute", "1"),
                    Map.entry("mou.http.rates.refused.at-once", "5"),
                    Map.entry("mou.http.rates.refused.a-minute", "1"),
                    Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                    Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                    Map.entry(
                            "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                            "-c statement_timeout=700ms"));
        }
    }

    @Inject
    AgroalDataSource database;

    @Test
    void json_is_refused_that_is_too_deep_too_wide_or_too_long() {
        patchRefused("{\"title\": " + "[".repeat(60) + "]".repeat(60) + "}", "is nested too deeply: 50 levels at most");
        refused("{\"title\": {\"en\": \"" + "x".repeat(100_001) + "\"}}", "text that is too long: 100000 characters");
        patchRefused("{\"title\": " + "9".repeat(51) + "}", "number that is too long: 50 digits at most");
        refused("{\"" + "x".repeat(201) + "\": 1}", "name of a field that is too long: 200 characters at most");
        patchRefused("{\"parties\": [" + "{},".repeat(50_000) + "{}]}", "too many fields and values: 100000 at most");
    }

    private static void patchRefused(String body, String why) {
        asRegistrar()
                .auth()
                .oauth2(TestStack.token(TokenRequest.of("registrar").withName("JSON")))
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/v1/agreements/01995778-5a00-7000-8000-00000000a001")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString(why));
    }

    private static void refused(String body, String why) {
        sending(body)
                .auth()
                .oauth2(TestStack.token(TokenRequest.of("registrar").withName("JSON")))
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("violations[0].message", containsString(why));
    }

    @Test
    void of_very_many_mistakes_the_first_hundred_are_named() {
        var body = healthMou();
        var areas = body.putArray("areas");
        IntStream.range(0, 500).forEach(i -> areas.addObject());

        sending(body.toString())
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body("violations", hasSize(100))
                .body("detail", containsString("the first 100 are named"));
    }

    @Test
    void heads_and_addresses_are_refused_that_are_too_long() {
        given().header("X-Long", "x".repeat(20_000))
                .get("/api/v1/agreements")
                .then()
                .statusCode(431);
        given().get("/api/v1/agreements?q=" + "x".repeat(9_000)).then().statusCode(414);
    }

    @Test
    void a_filter_takes_fifty_values() {
        var token = TestStack.token(TokenRequest.of("registrar").withName("VALUES"));
        asRegistrar()
                .auth()
                .oauth2(token)
                .get("/api/v1/agreements?" + "status=DRAFT&".repeat(50) + "limit=1")
                .then()
                .statusCode(200);
        asRegistrar()
                .auth()
                .oauth2(token)
                .get("/api/v1/agreements?" + "status=DRAFT&".repeat(51) + "limit=1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"))
                .body("violations[0].message", equalTo("may be given 50 times at most"));
    }

    @Test
    void a_statement_that_takes_too_long_is_cut_off_and_nothing_is_changed() throws SQLException {
        var agreement = healthMou();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("LOCK TABLE agreement IN ACCESS EXCLUSIVE MODE");
            }
            // Not held against the document, which no server error passes.
            given().auth()
                    .oauth2(TestStack.token("registrar"))
                    .contentType("application/json")
                    .body(agreement.toString())
                    .post("/api/v1/agreements")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", equalTo("/problems/too-costly"))
                    .body("detail", containsString("ask for less, or try again later"));
            connection.rollback();
        }

        asRegistrar()
                .get("/api/v1/agreements?q=" + agreement.get("reference").asText())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void who_sends_the_head_of_a_request_bit_by_bit_is_cut_off() throws IOException {
        try (var client = connect()) {
            awaitCut(client, "GET /problems/stale HTTP/1.1\r\nHost: x\r\n");
        }
        try (var client = connect()) {
            client.getOutputStream().write("GET /problems/stale HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            assertThat(client.getInputStream().read()).isPositive();
            awaitCut(client, "GET /problems/stale HTTP/1.1\r\n");
        }
    }

    @Test
    void who_says_nothing_is_cut_off() throws IOException {
        try (var client = connect()) {
            client.setSoTimeout(30_000);

            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void who_sends_a_body_bit_by_bit_is_cut_off_and_nothing_is_registered() throws IOException {
        var agreement = healthMou();
        var token = TestStack.token(TokenRequest.of("registrar").withName("SLOW"));
        try (var client = connect()) {
            awaitCut(
                    client,
                    "POST /api/v1/agreements HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(token, agreement.toString().length() + 500, agreement));
        }

        asRegistrar()
                .auth()
                .oauth2(token)
                .get("/api/v1/agreements?q=" + agreement.get("reference").asText())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private static Socket connect() throws IOException {
        var client = new Socket("localhost", RestAssured.port);
        client.setSoTimeout(100);
        return client;
    }

    /** Sends a byte ten times a second, which no limit for silence notices. */
    private static void awaitCut(Socket client, String begin) throws IOException {
        client.getOutputStream().write(begin.getBytes(US_ASCII));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    try {
                        client.getOutputStream().write('x');
                        while (client.getInputStream().read() >= 0) {
                            // What is left of an earlier answer.
                        }
                        return true;
                    } catch (SocketTimeoutException e) {
                        return false;
                    } catch (SocketException e) {
                        return true;
                    }
                });
    }

    @Test
    void nobody_with_a_token_asks_more_often_than_he_may_and_others_are_not_hampered() {
        var eager = TestStack.token(TokenRequest.of("registrar").withName("Eager"));
        var other = TestStack.token(TokenRequest.of("registrar").withName("Other"));
        var agreement = healthMou();
        for (var i = 0; i < 30; i++) {
            asRegistrar()
                    .auth()
                    .oauth2(eager)
                    .get("/api/v1/agreements?limit=1")
                    .then()
                    .statusCode(200);
        }

        var refused = sending(agreement.toString())
                .auth()
                .oauth2(eager)
                .post("/api/v1/agreements")
                .then();
        tooMany(refused);
        refused.body("detail", containsString("from the owner of this token"));
        asRegistrar()
                .auth()
                .oauth2(other)
                .get("/api/v1/agreements?q=" + agreement.get("reference").asText())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void an_address_without_a_token_is_answered_so_often() {
        for (var i = 0; i < 20; i++) {
            from("192.0.2.1", "/problems/stale").statusCode(200);
        }

        tooMany(from("192.0.2.1", "/problems/stale"));
        from("192.0.2.2", "/problems/stale").statusCode(200);
    }

    @Test
    void who_is_refused_again_and_again_must_wait_but_not_who_has_a_token_at_the_same_address() {
        for (var i = 0; i < 3; i++) {
            from("192.0.2.3", "/api/v1/agreements").statusCode(401);
        }
        given().header("X-Forwarded-For", "192.0.2.3")
                .auth()
                .oauth2("x.y.z")
                .get("/api/v1/agreements")
                .then()
                .statusCode(401);
        from("192.0.2.3", "/problems/guessed").statusCode(404);

        tooMany(from("192.0.2.3", "/api/v1/agreements")).body("detail", containsString("that were refused"));
        tooMany(from("192.0.2.3", "/problems/stale"));
        tooMany(given().header("X-Forwarded-For", "192.0.2.3")
                .auth()
                .oauth2("x.y.z")
                .get("/api/v1/agreements")
                .then());
        asRegistrar()
                .header("X-Forwarded-For", "192.0.2.3")
                .auth()
                .oauth2(TestStack.token(TokenRequest.of("registrar").withName("NEIGHBOUR")))
                .get("/api/v1/agreements?limit=1")
                .then()
                .statusCode(200);
        from("192.0.2.4", "/api/v1/agreements").statusCode(401);
    }

    @Test
    void a_network_of_the_new_kind_counts_as_one_address() {
        for (var i = 0; i < 5; i++) {
            from("2001:db8:1:2::" + i, "/problems/guessed").statusCode(404);
        }

        tooMany(from("2001:db8:1:2:3:4:5:6", "/problems/guessed"));
        from("2001:db8:1:3::1", "/problems/guessed").statusCode(404);
    }

    @Test
    void only_by_tls_a_browser_is_told_to_come_by_tls_alone() {
        given().header("X-Forwarded-For", "192.0.2.5")
                .get("/problems/stale")
                .then()
                .header("Strict-Transport-Security", nullValue());
        given().header("X-Forwarded-For", "192.0.2.5")
                .header("X-Forwarded-Proto", "https")
                .get("/problems/stale")
                .then()
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    private static ValidatableResponse from(String address, String path) {
        return given().header("X-Forwarded-For", address).get(path).then();
    }

    private static ValidatableResponse tooMany(ValidatableResponse answer) {
        var seconds = answer.statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(seconds)).isBetween(1, 60);
        return answer;
    }
}
