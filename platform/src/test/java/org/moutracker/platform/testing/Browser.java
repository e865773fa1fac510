package org.moutracker.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A headless Chromium with one page, driven by its DevTools protocol: more is not needed, and a library is large. */
public final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();

    private Browser(Path executable, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var profile = Files.createTempDirectory(folder, "profile");
        process = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox", // it cannot have one as root, and opens our own pages alone
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.txt").toFile())
                .start();
        var port = port(profile.resolve("DevToolsActivePort"));
        var target = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/json/new?about:blank".formatted(port)))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var address = JSON.readTree(target.body()).get("webSocketDebuggerUrl").asText();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
        call("Page.enable", Map.of());
    }

    /** The first that is on the path, or that MOU_CHROMIUM names. */
    public static Optional<Path> installed() {
        var named = Stream.ofNullable(System.getenv("MOU_CHROMIUM")).map(Path::of);
        var onPath = Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    public static Browser start(Path executable, Path folder) {
        try {
            return new Browser(executable, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets how wide the screen is, whether it is dark, and whether it is paper. */
    public void look(int width, boolean dark, boolean paper) {
        size(width, 800);
        call("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : "screen", "features", new Object[] {
            Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light")
        }));
    }

    public void open(String address) {
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", address));
        wait(loaded);
    }

    /** What an expression, or the promise that it makes, comes to. */
    public JsonNode ask(String expression) {
        var answer =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** Keeps the whole page as an image. */
    public void photograph(Path file, int width) {
        size(width, ask("document.documentElement.scrollHeight").asInt());
        var image = call("Page.captureScreenshot", Map.of("format", "png")).get("data");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, image.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page has in the way of people who read it in another way than most (axe-core, as a web jar). */
    public JsonNode barriers() {
        ask(axe());
        return ask("""
                axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.map(
                    found => found.id + ': ' + found.nodes.map(node => node.html + ' ' + node.failureSummary)))""");
    }

    private static String axe() {
        try (var source = Browser.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What reaches out of the screen to the sides, but for what a selector names. */
    public JsonNode overflow(String but) {
        return ask("""
                [...document.body.querySelectorAll('*:not(%s)')]
                    .filter(e => e.getBoundingClientRect().width > 0
                        && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
                    .map(e => e.outerHTML.slice(0, 120))""".formatted(but));
    }

    /** Prints the page as a PDF file, on the paper that its style sheet asks for. */
    public byte[] print() {
        try {
            return call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                    .get("data")
                    .binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        var call = calls.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(call, answer);
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", call, "method", method, "params", parameters)), true)
                    .join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return wait(answer);
    }

    private static JsonNode wait(CompletableFuture<JsonNode> answer) {
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String port(Path file) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(file) && Files.size(file) > 0);
        try {
            return Files.readString(file, UTF_8).lines().findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears what the browser says. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            webSocket.request(1);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            return CompletableFuture.completedStage(null);
        }

        private void hear(String message) {
            try {
                var said = JSON.readTree(message);
                var answer = answers.remove(said.path("id").asInt());
                if (answer != null) {
                    complete(answer, said);
                } else if (said.path("method").asText().equals("Page.loadEventFired")) {
                    loaded.complete(said);
                }
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void complete(CompletableFuture<JsonNode> answer, JsonNode said) {
            if (said.has("error")) {
                answer.completeExceptionally(
                        new AssertionError(said.get("error").toString()));
            } else {
                answer.complete(said.get("result"));
            }
        }
    }
}
