package org.moutracker.agreements.agreement;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.moutracker.agreements.Api;

/** An agreement that a registrar keeps the ledger of, over HTTP. */
record Recording(String location) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Five years, renewed twice for a year unless somebody objects half a year before; half a year's notice. */
    static final String FIVE_YEARS = """
            {"period": "P5Y", "renewal": {"period": "P1Y", "times": 2, "objection": "P6M"}, "terminationNotice": "P6M"}
            """;

    /** The health MoU, with other terms about its life. */
    static ObjectNode mou(String entryIntoForce, String term) {
        var agreement = healthMou();
        agreement.set("entryIntoForce", json(entryIntoForce));
        agreement.set("term", json(term));
        return agreement;
    }

    static Recording of(ObjectNode agreement) {
        var registered = Api.register(agreement);
        registered.then().statusCode(201);
        return new Recording(registered.header("Location"));
    }

    static Recording inForce() {
        return of(mou("{\"kind\": \"ON_SIGNATURE\"}", FIVE_YEARS));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    Response read() {
        return asRegistrar().get(location);
    }

    String status() {
        return read().path("status");
    }

    Response record(String event) {
        return sending(event).post(location + "/legal-events");
    }

    Response record(String type, String occurredOn) {
        return record("{\"type\": \"%s\", \"occurredOn\": \"%s\"}".formatted(type, occurredOn));
    }

    Response record(String type, String occurredOn, String party) {
        return record(
                "{\"type\": \"%s\", \"occurredOn\": \"%s\", \"party\": \"%s\"}".formatted(type, occurredOn, party));
    }

    Response correct(String line, String correction) {
        return sending(correction).post(location + "/legal-events/" + line + "/corrections");
    }

    /** The id of the last line of a type. */
    String line(String type) {
        return asRegistrar()
                .get(location + "/legal-events?limit=200")
                .path("items.findAll { it.type == '%s' }.last().id".formatted(type));
    }

    /** The types of all lines, in the order of recording. */
    List<String> ledger() {
        return asRegistrar().get(location + "/legal-events?limit=200").path("items.type");
    }

    /** What the ledger says of a type: from which days each line counts. */
    List<String> days(String type) {
        return asRegistrar()
                .get(location + "/legal-events?limit=200")
                .path("items.findAll { it.type == '%s' }.collect { it.effectiveOn ?: it.occurredOn }".formatted(type));
    }
}
