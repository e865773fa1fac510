package org.moutracker.agreements.progress;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.UUID;

/** A commitment of Pakistan to train Palestinian professionals, under an agreement signed on 2025-09-17, which is today. */
public record Training(String agreement, String id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String PROMISED = """
            {"code": "C-02", "title": "Train", "kind": "TRAINING", "basis": "INSTRUMENT_CLAUSE", "mode": "DIRECTIONAL",
             "obligors": ["PK"], "beneficiaries": ["PS"], "weight": 2, "dependsOn": ["C-01"],
             "rule": {"anchor": {"event": "ENTRY_INTO_FORCE"}, "steps": [{"kind": "WITHIN", "period": "P2Y"}]},
             "target": {"indicator": "Professionals trained", "baseline": 0, "target": 120, "unit": "persons"}}
            """;

    static final String SILENCE_CONFIRMS = PROMISED.replaceFirst("\\{", "{\"confirmationBySilence\": \"P30D\", ");

    public static Training promised() {
        return promised(PROMISED);
    }

    /** One that silence of thirty days confirms. */
    public static Training wherePeopleMayBeSilent() {
        return promised(SILENCE_CONFIRMS);
    }

    /** A side is told that it is reported fulfilled. */
    public Response tell(String side) {
        return post("notices", """
                {"side": "%s", "on": "2025-09-17",
                 "evidence": [{"title": "Note verbale PK/2025/7", "dated": "2025-09-17"}]}
                """.formatted(side));
    }

    static Training promised(String commitment) {
        var registered = register(mou(commitment));
        registered.then().statusCode(201);
        return new Training(registered.path("id"), registered.path("commitments.find { it.code == 'C-02' }.id"));
    }

    static ObjectNode mou(String... commitments) {
        var agreement = healthMou();
        ((ArrayNode) agreement.get("parties")).add(json("""
                {"code": "PK-FIN", "side": "PK", "organization":
                  {"name": "Ministry of Finance", "kind": "MINISTRY", "country": "PK", "zone": "Asia/Karachi", "calendar": "PK"}}
                """));
        for (var commitment : commitments) {
            ((ArrayNode) agreement.get("commitments")).add(json(commitment));
        }
        return agreement;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Response report(String party, String kind, String more) {
        return post(
                "reports",
                "{\"party\": \"%s\", \"kind\": \"%s\", \"on\": \"2025-09-17\", \"done\": \"The course\"%s}"
                        .formatted(party, kind, more));
    }

    public Response confirm(String party) {
        return post("confirmations", "{\"party\": \"%s\", \"on\": \"2025-09-17\"}".formatted(party));
    }

    public Response dispute(String party) {
        return post(
                "disputes",
                "{\"party\": \"%s\", \"on\": \"2025-09-17\", \"reason\": \"Ten were not admitted\"}".formatted(party));
    }

    public Response conclude(String as, String... parties) {
        var words = JSON.createArrayNode();
        for (var party : parties) {
            words.addObject().put("party", party).put("on", "2025-09-17");
        }
        return post("outcomes", "{\"as\": \"%s\", \"reason\": \"As agreed\", \"words\": %s}".formatted(as, words));
    }

    public Response post(String what, String body) {
        return sending(body).post(path() + "/" + what);
    }

    Response post(String what, String key, String body) {
        return sending(body).header("Idempotency-Key", key).post(path() + "/" + what);
    }

    public Response read() {
        return asRegistrar().get(path());
    }

    Response list(String what) {
        return asRegistrar().get(path() + "/" + what);
    }

    private String path() {
        return "/api/v1/commitments/" + id;
    }

    static Training unknown() {
        return new Training("", UUID.randomUUID().toString());
    }
}
