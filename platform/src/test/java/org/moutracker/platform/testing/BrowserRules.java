package org.moutracker.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds every address of a service against what each answer has to tell a browser. */
public final class BrowserRules {

    private final Path document;
    private final int port;

    /**
     * @param document the service's OpenAPI document
     * @param port where it answers
     */
    public BrowserRules(Path document, int port) {
        this.document = document;
        this.port = port;
    }

    /** Asks for all that can be got, with a token and without, and for what no document knows. */
    public void check(String token) throws IOException, InterruptedException {
        var paths = new ArrayList<>(documented());
        paths.addAll(List.of(
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/swagger-ui/swagger-ui-bundle.js",
                "/unknown",
                "/api/v1/unknown",
                "/problems/unknown",
                "/%2e%2e/",
                "/"));
        // What is not read of an answer would reset its stream, and by that, in HTTP/2, perhaps the connection of all.
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var path : paths) {
                for (var authorization : new @Nullable String[] {null, "Bearer " + token, "Bearer x"}) {
                    check(path, send(client, path, authorization));
                }
            }
        }
    }

    private static void check(String path, HttpResponse<?> answer) {
        var headers = answer.headers();
        assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("no-referrer");
        assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
        assertThat(headers.allValues("Cache-Control")).as(path).hasSize(1).allMatch(kept -> isRight(path, kept));
        assertThat(headers.allValues("Strict-Transport-Security"))
                .as("%s by plain HTTP", path)
                .isEmpty();
        assertThat(headers.allValues("Content-Security-Policy"))
                .as(path)
                .singleElement()
                .asString()
                .contains("default-src 'none'")
                .matches(policy -> path.startsWith("/q/swagger-ui") || !policy.contains("'unsafe"), "nothing unsafe");
    }

    /** What says of itself that it may be kept must be asked for again each time; what is the same for all may be kept. */
    private static boolean isRight(String path, String kept) {
        return kept.equals("no-store")
                || kept.equals("private, no-cache")
                || (path.startsWith("/q/swagger-ui") && kept.contains("public"));
    }

    private List<String> documented() throws IOException {
        var paths = new ArrayList<String>();
        JsonNode all = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(document))
                .get("paths");
        for (var path : all.properties()) {
            if (path.getValue().has("get")) {
                paths.add(
                        path.getKey().replaceAll("\\{[^/}]+}", UUID.randomUUID().toString()));
            }
        }
        assertThat(paths).hasSizeGreaterThan(10);
        return paths;
    }

    /** Only the head of the answer is waited for: a stream has no end. */
    private HttpResponse<?> send(HttpClient client, String path, @Nullable String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }
}
