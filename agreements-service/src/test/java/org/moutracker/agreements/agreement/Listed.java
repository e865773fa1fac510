package org.moutracker.agreements.agreement;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Agreements of one test, which has an initiative of its own to tell them from all others. */
final class Listed {

    final String initiative = "Initiative " + UUID.randomUUID();

    /** Registers one and answers its reference. */
    String add(Consumer<ObjectNode> change) {
        var agreement = healthMou();
        agreement.putArray("initiatives").add(initiative);
        change.accept(agreement);
        var registered = register(agreement);
        registered.then().statusCode(201);
        return registered.path("reference");
    }

    String titled(String language, String title) {
        return add(agreement -> agreement.putObject("title").put(language, title));
    }

    String signedOn(String day) {
        return add(
                agreement -> agreement.withArray("signatures").forEach(one -> ((ObjectNode) one).put("signedOn", day)));
    }

    /** The ministry of another country in the place of the second. */
    String with(String name, String country, String zone) {
        return add(agreement -> {
            var organization = (ObjectNode) agreement.at("/parties/1/organization");
            organization
                    .put("name", name)
                    .put("country", country)
                    .put("zone", zone)
                    .remove("calendar");
        });
    }

    String inArea(String name) {
        return add(agreement -> {
            var areas = (ArrayNode) agreement.get("areas");
            areas.addObject().put("name", name).put("direction", "JOINT");
        });
    }

    Response ask(Map<String, ?> parameters) {
        return asRegistrar()
                .queryParam("initiative", initiative)
                .queryParams(parameters)
                .get("/api/v1/agreements");
    }

    /** The references of what is found, on one page. */
    List<String> found(String parameter, Object value) {
        return found(Map.of(parameter, value));
    }

    List<String> found(Map<String, ?> parameters) {
        var answer = ask(parameters);
        answer.then().statusCode(200);
        return answer.path("items.reference");
    }

    /** The references of all pages, each of so many. */
    List<String> paged(String sort, int limit) {
        var references = new ArrayList<String>();
        String next = null;
        do {
            var page = ask(
                    next == null
                            ? Map.of("sort", sort, "limit", limit)
                            : Map.of("sort", sort, "limit", limit, "cursor", next));
            page.then().statusCode(200);
            references.addAll(page.<List<String>>path("items.reference"));
            next = page.path("next");
        } while (next != null);
        return references;
    }
}
