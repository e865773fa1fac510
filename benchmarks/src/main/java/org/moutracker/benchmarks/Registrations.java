package org.moutracker.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** The API of one process, asked to register agreements and to show them again. */
final class Registrations {
    private static final String REFERENCE = "PK-PS-2025-HEALTH";

    // As many as are asked for at random afterwards; more would be kept for nothing.
    private static final int KEPT = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AgreementsProcess service;
    private final String token;
    private final String form;
    private final List<UUID> registered = new CopyOnWriteArrayList<>();

    Registrations(Product product, AgreementsProcess service) throws IOException {
        this.service = service;
        this.token = product.token("registrar");
        try (var resource = Registrations.class.getResourceAsStream("/agreement.json")) {
            if (resource == null) {
                throw new IllegalStateException("agreement.json is missing");
            }
            form = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String form() {
        return form;
    }

    UUID register(JsonNode agreement) throws IOException, InterruptedException {
        return UUID.fromString(new ObjectMapper()
                .readTree(post(agreement.toString()))
                .required("id")
                .asText());
    }

    void register() throws IOException, InterruptedException {
        var answer = post(form);
        if (registered.size() < KEPT) {
            registered.add(UUID.fromString(
                    new ObjectMapper().readTree(answer).required("id").asText()));
        }
    }

    private String post(String agreement) throws IOException, InterruptedException {
        var body = BodyPublishers.ofString(agreement.replace(REFERENCE, "R-" + UUID.randomUUID()));
        return post("/api/v1/agreements", "application/json", body);
    }

    private String post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(body)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** Uploads agreements to be imported, and answers the import's id. */
    UUID upload(Path file) throws IOException, InterruptedException {
        var answer = post("/api/v1/imports", "application/x-ndjson", BodyPublishers.ofFile(file));
        return UUID.fromString(
                new ObjectMapper().readTree(answer).required("id").asText());
    }

    /** Lets an import be executed, which goes on by itself. */
    void execute(String imports) throws IOException, InterruptedException {
        var _ = post(imports + "/execution", "application/json", BodyPublishers.ofString("{}"));
    }

    UUID any() {
        return registered.get(ThreadLocalRandom.current().nextInt(registered.size()));
    }

    void read() throws IOException, InterruptedException {
        get("/api/v1/agreements/" + any());
    }

    String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.at(path))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("\"items\":[]")) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** Reads a file to its end, and answers how many lines it has. */
    long lines(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.at(path))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s: %d".formatted(path, answer.statusCode()));
        }
        var lines = 0L;
        var buffer = new byte[65_536];
        try (var body = answer.body()) {
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (var i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
