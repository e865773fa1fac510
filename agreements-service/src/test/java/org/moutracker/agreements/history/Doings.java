package org.moutracker.agreements.history;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.moutracker.agreements.document.Papering;
import org.moutracker.agreements.progress.Training;

/** Everything that can be done with an agreement over HTTP: each operation of the document, in a case in which it may be. */
final class Doings {

    /**
     * A request that is ready to be sent.
     *
     * @param agreement the id of the agreement that it changes; empty when it makes one
     */
    record Doing(String agreement, Function<RequestSpecification, Response> send) {}

    private static final String LETTERS = """
            {"title": {"en": "First"}, "instrument": "EXCHANGE_OF_LETTERS", "changes": {"term": {"period": "P5Y"}}}
            """;
    private static final String NOTE = """
            {"kind": "NOTE_VERBALE", "number": "PS/1", "dated": "2025-09-10", "from": "PS", "to": "PK", "direction": "RECEIVED",
             "summary": "On the course"}
            """;

    private static final String STATEMENT = """
            {"fact": "signatures.PS.person.name", "value": "Zuhair Zaid", "source": {"title": "Dawn"}, "confidence": "HIGH"}
            """;

    private Doings() {}

    static Map<String, Supplier<Doing>> all() {
        var doings = new LinkedHashMap<String, Supplier<Doing>>();
        doings.put(
                "POST /api/v1/agreements",
                () -> new Doing("", as -> json(as, healthMou().toString()).post("/api/v1/agreements")));
        doings.put("PATCH /api/v1/agreements/{id}", () -> patching(signed(), "", "{\"initiatives\": [\"CPEC\"]}"));
        doings.put("DELETE /api/v1/agreements/{id}", () -> {
            var draft = draft();
            return new Doing(draft, as -> as.header("If-Match", "*").delete(agreement(draft)));
        });
        doings.put("POST /api/v1/agreements/{id}/signatures", () -> posting(draft(), "/signatures", """
                        {"party": "PS", "person": {"name": "Zuhair Zaid"}, "signedOn": "2025-09-17"}"""));
        doings.put(
                "POST /api/v1/agreements/{id}/legal-events",
                () -> posting(signed(), "/legal-events", "{\"type\": \"PUBLISHED\", \"occurredOn\": \"2025-09-17\"}"));
        doings.put("POST /api/v1/agreements/{id}/legal-events/{lineId}/corrections", () -> {
            var id = signed();
            var line = asRegistrar().get(agreement(id) + "/legal-events").<String>path("items[0].id");
            return posting(
                    id,
                    "/legal-events/" + line + "/corrections",
                    "{\"occurredOn\": \"2025-09-16\", \"reason\": \"misread\"}");
        });
        doings.put(
                "POST /api/v1/agreements/{id}/voiding",
                () -> posting(signed(), "/voiding", "{\"reason\": \"a test\"}"));
        doings.put(
                "POST /api/v1/agreements/{id}/merger",
                () -> posting(signed(), "/merger", "{\"into\": \"%s\", \"reason\": \"twice\"}".formatted(signed())));
        doings.put("POST /api/v1/agreements/{id}/reinstatement", () -> {
            var id = signed();
            makeVoid(id);
            return posting(id, "/reinstatement", "{\"reason\": \"it is right\"}");
        });
        amendments(doings);
        papers(doings);
        sources(doings);
        commitments(doings);
        return doings;
    }

    private static void amendments(Map<String, Supplier<Doing>> doings) {
        doings.put("POST /api/v1/agreements/{id}/amendments", () -> posting(signed(), "/amendments", LETTERS));
        doings.put(
                "PATCH /api/v1/agreements/{id}/amendments/{number}",
                () -> patching(amended(), "/amendments/1", "{\"title\": {\"en\": \"The first\"}}"));
        doings.put(
                "POST /api/v1/agreements/{id}/amendments/{number}/consents",
                () -> posting(amended(), "/amendments/1/consents", "{\"party\": \"PK\", \"on\": \"2025-09-17\"}"));
        doings.put(
                "POST /api/v1/agreements/{id}/amendments/{number}/withdrawal",
                () -> posting(amended(), "/amendments/1/withdrawal", "{\"reason\": \"other words\"}"));
    }

    private static void papers(Map<String, Supplier<Doing>> doings) {
        doings.put(
                "POST /api/v1/agreements/{id}/documents",
                () -> posting(signed(), "/documents", Papering.form().toString()));
        doings.put("PUT /api/v1/documents/{id}/content", () -> {
            var id = signed();
            var document = new Papering(agreement(id)).entered(Papering.form());
            return new Doing(
                    id,
                    as -> as.contentType("text/plain").body(new byte[] {'a'}).put(document + "/content"));
        });
        doings.put("POST /api/v1/documents/{id}/voiding", () -> {
            var id = signed();
            var document = new Papering(agreement(id)).entered(Papering.form());
            return new Doing(id, as -> json(as, "{\"reason\": \"another's\"}").post(document + "/voiding"));
        });
        doings.put("POST /api/v1/agreements/{id}/correspondence", () -> posting(signed(), "/correspondence", NOTE));
        doings.put("POST /api/v1/correspondence/{id}/voiding", () -> {
            var id = signed();
            var entry = sending(NOTE).post(agreement(id) + "/correspondence").header("Location");
            return new Doing(id, as -> json(as, "{\"reason\": \"another's\"}").post(entry + "/voiding"));
        });
    }

    private static void sources(Map<String, Supplier<Doing>> doings) {
        doings.put("POST /api/v1/agreements/{id}/statements", () -> posting(signed(), "/statements", STATEMENT));
        doings.put(
                "POST /api/v1/agreements/{id}/statements/{statementId}/withdrawal",
                () -> stated("/withdrawal", "{\"reason\": \"another's\"}"));
        doings.put(
                "POST /api/v1/agreements/{id}/statements/{statementId}/choice",
                () -> stated("/choice", "{\"because\": \"he spells it so\"}"));
    }

    private static Doing stated(String where, String body) {
        var id = signed();
        var statement = sending(STATEMENT).post(agreement(id) + "/statements").<String>path("id");
        return posting(id, "/statements/" + statement + where, body);
    }

    private static void commitments(Map<String, Supplier<Doing>> doings) {
        doings.put(
                "POST /api/v1/commitments/{id}/reports",
                () -> saying(
                        Training.promised(),
                        "/reports",
                        "{\"party\": \"PK\", \"kind\": \"PROGRESS\", \"on\": \"2025-09-17\", \"done\": \"The course\"}"));
        doings.put(
                "POST /api/v1/commitments/{id}/confirmations",
                () -> saying(reported(), "/confirmations", "{\"party\": \"PS\", \"on\": \"2025-09-17\"}"));
        doings.put(
                "POST /api/v1/commitments/{id}/disputes",
                () -> saying(
                        reported(),
                        "/disputes",
                        "{\"party\": \"PS\", \"on\": \"2025-09-17\", \"reason\": \"Too few\"}"));
        doings.put("POST /api/v1/commitments/{id}/outcomes", () -> saying(Training.promised(), "/outcomes", """
                {"as": "WAIVED", "reason": "As agreed", "words": [{"party": "PK", "on": "2025-09-17"},
                 {"party": "PS", "on": "2025-09-17"}]}"""));
        doings.put("POST /api/v1/commitments/{id}/notices", () -> {
            var training = Training.wherePeopleMayBeSilent();
            training.report("PK", "FULFILLED", "").then().statusCode(201);
            return saying(training, "/notices", """
                    {"side": "PS", "on": "2025-09-17", "evidence": [{"title": "Note verbale PK/2025/7", "dated": "2025-09-17"}]}""");
        });
        doings.put("POST /api/v1/commitments/{id}/corrections", () -> {
            var training = Training.promised();
            training.conclude("WAIVED", "PK", "PS").then().statusCode(201);
            return saying(training, "/corrections", "{\"reason\": \"misread\"}");
        });
    }

    private static Training reported() {
        var training = Training.promised();
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        return training;
    }

    private static Doing saying(Training training, String where, String body) {
        return new Doing(
                training.agreement(), as -> json(as, body).post("/api/v1/commitments/" + training.id() + where));
    }

    private static Doing posting(String agreement, String where, String body) {
        return new Doing(agreement, as -> json(as, body).post(agreement(agreement) + where));
    }

    private static Doing patching(String agreement, String where, String patch) {
        return new Doing(agreement, as -> as.contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(agreement(agreement) + where));
    }

    private static RequestSpecification json(RequestSpecification as, String body) {
        return as.contentType("application/json").body(body);
    }

    static String agreement(String id) {
        return "/api/v1/agreements/" + id;
    }

    static String signed() {
        return id(healthMou());
    }

    /** With one signature of two. */
    static String draft() {
        var form = healthMou();
        ((ArrayNode) form.get("signatures")).remove(1);
        form.putArray("legalEvents");
        return id(form);
    }

    private static String id(ObjectNode form) {
        var registered = register(form);
        registered.then().statusCode(201);
        return registered.path("id");
    }

    static void makeVoid(String id) {
        sending("{\"reason\": \"It is another's\"}")
                .post(agreement(id) + "/voiding")
                .then()
                .statusCode(200);
    }

    private static String amended() {
        var id = signed();
        sending(LETTERS)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(agreement(id) + "/amendments")
                .then()
                .statusCode(201);
        return id;
    }
}
