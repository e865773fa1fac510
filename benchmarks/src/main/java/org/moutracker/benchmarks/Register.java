package org.moutracker.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Agreements registered through the API by a few clients at once, and the same rows written by as many connections. */
final class Register implements Benchmark {
    private static final Clients CLIENTS = new Clients(8);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final String REFERENCE = "PK-PS-2025-HEALTH";

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("agreements");
        database.copyApart("agreement", "legal_event", "commitment", "agreement_history", "outbox");
        var api = new Api(product);
        Progress.say("register: %d clients to warm up".formatted(CLIENTS.number()));
        CLIENTS.ask(WARM_UP, () -> api::register);
        Progress.say("register: %d clients through the API".formatted(CLIENTS.number()));
        var ours = CLIENTS.ask(TIME, () -> api::register);
        var registration = Registration.read(product, database);
        Progress.say("register: %d connections to warm up".formatted(CLIENTS.number()));
        CLIENTS.ask(WARM_UP, () -> registration.writer(database, 1));
        Progress.say("register: %d connections that insert the same rows".formatted(CLIENTS.number()));
        var limit = CLIENTS.ask(TIME, () -> registration.writer(database, 1));
        return List.of(
                new Row("register", "requests/s", ours.rate(), limit.rate(), Map.of()),
                new Row("register, median", "ms", ours.milliseconds(0.5), limit.milliseconds(0.5), Map.of()),
                new Row("register, 99 %", "ms", ours.milliseconds(0.99), limit.milliseconds(0.99), Map.of()));
    }

    /** The API, asked to register one agreement more. */
    private static final class Api {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final URI address;
        private final String token;
        private final String form;

        private Api(Product product) throws IOException {
            address = product.service("agreements").resolve("/api/v1/agreements");
            token = product.token("registrar");
            try (var resource = Register.class.getResourceAsStream("/agreement.json")) {
                if (resource == null) {
                    throw new IllegalStateException("agreement.json is missing");
                }
                form = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private void register() throws IOException, InterruptedException {
            var body = form.replace(REFERENCE, "R-" + UUID.randomUUID());
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(
                        "An agreement was not registered: %d %s".formatted(answer.statusCode(), answer.body()));
            }
        }
    }
}
