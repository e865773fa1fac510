package org.moutracker.agreements.document;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.net.URI;

/** An agreement whose documents a registrar keeps, over HTTP. */
public record Papering(String location) {

    public static Papering ofSigned() {
        var registered = register(healthMou());
        registered.then().statusCode(201);
        return new Papering(path(registered));
    }

    public static ObjectNode form() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("role", "INSTRUMENT")
                .put("language", "en")
                .put("title", "Signed copy")
                .put("confidentiality", "PARTIES");
    }

    public Response enter(ObjectNode form) {
        return sending(form.toString()).post(location + "/documents");
    }

    /** Enters a document and answers with its address. */
    public String entered(ObjectNode form) {
        var entered = enter(form);
        entered.then().statusCode(201);
        return path(entered);
    }

    /** Where something is that was made. */
    public static String path(Response created) {
        return URI.create(created.header("Location")).getPath();
    }

    String entered() {
        return entered(form());
    }

    Response list(String query) {
        return asRegistrar().get(location + "/documents" + query);
    }

    static Response upload(String document, String type, byte[] bytes) {
        return asRegistrar().contentType(type).body(bytes).put(document + "/content");
    }

    static Response makeVoid(String document, String reason) {
        return sending("{\"reason\": \"%s\"}".formatted(reason)).post(document + "/voiding");
    }

    static String id(String document) {
        return document.substring(document.lastIndexOf('/') + 1);
    }
}
