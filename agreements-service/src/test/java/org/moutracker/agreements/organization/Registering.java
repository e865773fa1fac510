package org.moutracker.agreements.organization;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.Random;
import org.moutracker.agreements.Api;

/** Organizations that a registrar keeps, over HTTP; each test has names of its own. */
public final class Registering {

    private static final Random LETTERS = new Random();

    private Registering() {}

    /** A word that nobody else uses. */
    public static String word() {
        return LETTERS.ints(9, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static ObjectNode form(String name, String country) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("kind", "MINISTRY")
                .put("country", country)
                .put("zone", country.equals("PK") ? "Asia/Karachi" : "Asia/Hebron");
    }

    public static ObjectNode with(ObjectNode form, String language, String variant) {
        form.withArray("variants").addObject().put("language", language).put("name", variant);
        return form;
    }

    public static Response register(ObjectNode form) {
        return sending(form.toString()).post("/api/v1/organizations");
    }

    public static String registered(String name, String country) {
        return registered(form(name, country));
    }

    public static String registered(ObjectNode form) {
        var answer = register(form);
        answer.then().statusCode(201);
        return answer.path("organization.id");
    }

    public static Response read(String id) {
        return asRegistrar().get("/api/v1/organizations/" + id);
    }

    public static Response command(String id, String what, String json) {
        return sending(json).post("/api/v1/organizations/" + id + "/" + what);
    }

    public static Response merge(String id, String into) {
        return command(id, "merger", "{\"into\": \"%s\", \"reason\": \"registered twice\"}".formatted(into));
    }

    public static Response succeed(String id, String by, String on) {
        return command(
                id,
                "succession",
                "{\"kind\": \"RENAMED\", \"by\": \"%s\", \"on\": \"%s\", \"reason\": \"decree\"}".formatted(by, on));
    }

    public static Response patch(String id, String json) {
        return asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", read(id).header("ETag"))
                .body(json)
                .patch("/api/v1/organizations/" + id);
    }

    /** The health MoU between two organizations that are known. */
    public static ObjectNode agreement(String pakistan, String palestine) {
        var agreement = Api.healthMou();
        ((ObjectNode) agreement.at("/parties/0")).putObject("organization").put("id", pakistan);
        ((ObjectNode) agreement.at("/parties/1")).putObject("organization").put("id", palestine);
        return agreement;
    }
}
