package org.moutracker.agreements.amendment;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An agreement in force for five years, with two commitments, that is amended over HTTP. */
record Amending(String location) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String LONGER = "{\"term\": {\"period\": \"P10Y\"}}";

    static Amending inForce() {
        var agreement = healthMou();
        agreement.set("term", json("{\"period\": \"P5Y\", \"terminationNotice\": \"P6M\"}"));
        ((ArrayNode) agreement.get("commitments")).add(json("""
                {"code": "C-02", "title": "Report yearly", "kind": "REPORTING", "basis": "INSTRUMENT_CLAUSE", "mode": "JOINT",
                 "rule": {"anchor": {"event": "ENTRY_INTO_FORCE"}, "steps": [{"kind": "WITHIN", "period": "P1Y"}]}}
                """));
        var registered = register(agreement);
        registered.then().statusCode(201);
        return new Amending(registered.header("Location"));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String form(String changes, String takesEffect, String consents) {
        return """
                {"title": {"en": "An amendment"}, "instrument": "EXCHANGE_OF_LETTERS", "changes": %s, "takesEffect": %s,
                 "consents": %s}
                """.formatted(changes, takesEffect, consents);
    }

    String id() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    Response agreement() {
        return asRegistrar().get(location);
    }

    Response propose(String form) {
        return sending(form).post(location + "/amendments");
    }

    /** With the consents of both sides, on a day. */
    Response agree(String changes, String takesEffect, String on) {
        return propose(form(
                changes,
                takesEffect,
                "[{\"party\": \"PK\", \"on\": \"%1$s\"}, {\"party\": \"PS\", \"on\": \"%1$s\"}]".formatted(on)));
    }

    Response consent(int number, String consent) {
        return sending(consent).post(location + "/amendments/" + number + "/consents");
    }

    Response read(int number) {
        return asRegistrar().get(location + "/amendments/" + number);
    }

    Response patch(int number, String etag, String patch) {
        return asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(patch)
                .patch(location + "/amendments/" + number);
    }

    Response withdraw(int number, String reason) {
        return sending("{\"reason\": \"%s\"}".formatted(reason))
                .post(location + "/amendments/" + number + "/withdrawal");
    }
}
