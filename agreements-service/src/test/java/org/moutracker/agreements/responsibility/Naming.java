package org.moutracker.agreements.responsibility;

import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import io.restassured.response.Response;
import org.moutracker.agreements.organization.Registering;

/** Officers of agreements, over HTTP; each test has officers of its own. */
record Naming(String word) {

    static Naming fresh() {
        return new Naming(Registering.word());
    }

    static String agreement() {
        var registered = register(healthMou());
        registered.then().statusCode(201);
        return registered.path("id");
    }

    /** The subject of a token. */
    String subject(String name) {
        return name + "-" + word;
    }

    String person(String name) {
        return "{\"name\": \"%s %s\", \"email\": \"%s@%s.example\", \"language\": \"ur\", \"zone\": \"Asia/Karachi\"}"
                .formatted(name, word, name, word);
    }

    /** Makes them known. */
    void known(String... names) {
        for (var name : names) {
            put(name).then().statusCode(200);
        }
    }

    Response put(String name) {
        return sending(person(name)).put("/api/v1/officers/" + subject(name));
    }

    Response name(String agreement, String name, String role, String more) {
        return sending("{\"subject\": \"%s\", \"role\": \"%s\"%s}".formatted(subject(name), role, more))
                .post("/api/v1/agreements/" + agreement + "/officers");
    }

    /** Names one and answers with the id. */
    String named(String agreement, String name, String role, String more) {
        var answer = name(agreement, name, role, more);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    static Response end(String agreement, String assignment, String on) {
        return sending("{\"on\": \"%s\", \"reason\": \"posted abroad\"}".formatted(on))
                .post("/api/v1/agreements/%s/officers/%s/end".formatted(agreement, assignment));
    }

    Response away(String name, String from, String to, String more) {
        return sending("{\"from\": \"%s\", \"to\": \"%s\"%s}".formatted(from, to, more))
                .post("/api/v1/officers/" + subject(name) + "/absences");
    }

    Response away(String name, String from, String to) {
        return away(name, from, to, "");
    }

    String deputy(String name) {
        return ", \"deputy\": \"%s\"".formatted(subject(name));
    }

    Response handOver(String from, String to, String agreements, String on) {
        return sending("""
                {"from": "%s", "to": "%s", "agreements": %s, "on": "%s", "reason": "posted abroad"}""".formatted(subject(from), subject(to), agreements, on))
                .post("/api/v1/handovers");
    }

    static Response responsible(String agreement, String on) {
        return asRegistrar().get("/api/v1/agreements/%s/responsible?on=%s".formatted(agreement, on));
    }

    static Response officers(String agreement) {
        return asRegistrar().get("/api/v1/agreements/" + agreement + "/officers");
    }
}
