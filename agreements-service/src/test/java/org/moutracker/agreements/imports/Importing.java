package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;

import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A file that a registrar imports, over HTTP. */
record Importing(String location) {

    static final String JSON_LINES = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Response upload(String type, byte[] bytes, String query) {
        return asRegistrar().contentType(type).body(bytes).post("/api/v1/imports" + query);
    }

    static Response upload(String type, String text) {
        return upload(type, text.getBytes(UTF_8), "");
    }

    /** Uploads what can be read, and waits until it is checked. */
    static Importing of(String type, byte[] bytes, String query) {
        var uploaded = upload(type, bytes, query);
        uploaded.then().statusCode(201);
        return new Importing(URI.create(uploaded.header("Location")).getPath()).until("CHECKED");
    }

    static Importing of(String type, String text) {
        return of(type, text.getBytes(UTF_8), "");
    }

    static Importing of(List<String> lines) {
        return of(JSON_LINES, String.join("\n", lines));
    }

    Importing until(String state) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(read().<String>path("state"))
                        .isEqualTo(state));
        return this;
    }

    Response read() {
        return asRegistrar().get(location);
    }

    Response execute(boolean leavingErrorsOut) {
        return sending("{\"leaveErrorsOut\": %s}".formatted(leavingErrorsOut)).post(location + "/execution");
    }

    /** Executes it, and waits for the end. */
    Importing executed() {
        execute(false).then().statusCode(200);
        return until("IMPORTED");
    }

    Response cancel() {
        return asRegistrar().post(location + "/cancellation");
    }

    Response lines(String query) {
        return asRegistrar().get(location + "/lines" + query);
    }

    UUID id() {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** References that nobody else has. */
    static String own() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Registrations that differ in everything that counts. */
    static List<String> lines(String own, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> line(own, i)).toList());
    }

    static String line(String own, int i) {
        return line(
                own + "-" + i,
                "Cooperation " + own + " " + word(own, i) + " in " + word(own, i * 31 + 7),
                LocalDate.of(1950, 1, 1).plusDays(i % 25_000).toString());
    }

    static String line(String reference, String title, String day) {
        return """
                {"reference": "%s", "title": {"en": "%s"}, "type": "AGREEMENT", "entryIntoForce": {"kind": "ON_SIGNATURE"},
                "parties": [{"code": "PK", "organization": {"name": "Board of Imports", "kind": "AGENCY", "country": "PK",
                "zone": "Asia/Karachi"}}, {"code": "PS", "organization": {"name": "Office of Imports", "kind": "AGENCY",
                "country": "PS", "zone": "Asia/Hebron"}}],
                "signatures": [{"party": "PK", "signedOn": "%s"}, {"party": "PS", "signedOn": "%s"}],
                "commitments": [{"code": "C-01", "title": "Report", "kind": "REPORTING", "basis": "INSTRUMENT_CLAUSE",
                "mode": "JOINT", "rule": {"anchor": {"event": "SIGNATURE"}, "steps": [{"kind": "WITHIN", "period": "P1Y"}]}}]}
                """.formatted(reference, title, day, day).replace("\n", " ");
    }

    /** A word of letters alone, so that trigrams of two differ. */
    private static String word(String own, int i) {
        var mixed = (own.hashCode() + i + 1L) * 0x9E3779B97F4A7C15L;
        var word = new StringBuilder();
        for (var k = 0; k < 12; k++) {
            word.append((char) ('a' + Math.floorMod(mixed >> (k * 4), 26)));
        }
        return word.toString();
    }
}
