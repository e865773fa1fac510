package org.moutracker.platform.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.moutracker.platform.testing.Promises.Operation;

/**
 * Asks a service for all that its OpenAPI document has, in ways that nobody should, and looks at every answer. The same
 * seed makes the same requests; the ids in them are those that the service has.
 */
public final class HostileRequests {

    // Caches and compiled code have their size by then.
    private static final int WARM_UP = 2_000;
    private static final double MOST_GROWTH = 1.3;

    private static final int MOST_SHOWN = 40;
    private static final int MOST_IDS = 200;

    /** What answers before anything of ours is asked: it has no body, and no document speaks of it. */
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(0, 400, 405, 413, 414, 431, 501, 505);

    /** Of what no answer may tell; none of it is in what is sent. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\sat [a-z]+[.][\\w.$]+\\(|[a-z]Exception|(java|javax|jakarta|com|org|io)[.][a-z]+[.]\\w+[.]\\w+|"
                    + "(?i)\\b(select|insert|update|delete)\\b[^\"]{0,200}\\b(from|into|where)\\b[^\"]{0,80}[=(]|SQL state|psql|"
                    + "duplicate key|violates|relation \"|StreamReadConstraints|MismatchedInput");

    private static final Pattern ID = Pattern.compile("\"(?:id|number|code|authority)\": ?\"?([0-9A-Za-z-]+)");

    private static final List<String> NO_NAMES =
            List.of("%", "%zz", "..", "%2e%2e%2f", "%00", "a;b=c", "%c0%af", "%ff", "a%0d%0aX-Injected:%20yes");

    private final int port;
    private final String token;
    private final OpenApiContract contract;
    private final Promises promises;
    private final Random chance;
    private final Hostility hostility;
    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> findings = new LinkedHashMap<>();

    /**
     * @param document the service's OpenAPI document
     * @param port where it answers
     */
    public HostileRequests(Path document, int port, String token, long seed) throws IOException {
        System.out.println("hostile requests by the seed " + seed);
        this.port = port;
        this.token = token;
        this.chance = new Random(seed);
        this.contract = new OpenApiContract(document);
        this.promises = new Promises(document, chance);
        this.hostility = new Hostility(chance);
    }

    /** Sends so many, and fails with all that was wrong. */
    public void check(int number) throws IOException {
        var errors = new ArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord message) {
                if (message.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    errors.add(message.getLoggerName() + ": " + message.getMessage() + " " + message.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        long before;
        try {
            learn();
            for (var i = 0; i < WARM_UP; i++) {
                one();
            }
            before = live();
            for (var i = WARM_UP; i < number; i++) {
                one();
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        var after = live();
        System.out.printf("answers by status: %s; heap after a collection: %,d, then %,d%n", statuses, before, after);
        assertThat(findings.values().stream().limit(MOST_SHOWN))
                .as("%d findings", findings.size())
                .isEmpty();
        assertThat(errors.stream().distinct().limit(MOST_SHOWN))
                .as("errors in the log")
                .isEmpty();
        assertThat((double) after).as("the heap stays").isLessThan(before * MOST_GROWTH);
        assertThat(statuses.keySet()).as("some were taken, and some refused").contains(200, 400, 404);
        learn();
    }

    /** What the service has is found by its lists, which answer as they should. */
    private void learn() throws IOException {
        for (var operation : promises.operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                var answer = RawExchange.send(
                        port,
                        request("GET", operation.path(), Map.of("Authorization", "Bearer " + token), new byte[0]));
                assertThat(answer.status()).as(operation.path()).isIn(200, 400, 404, 406);
                remember(operation.path(), answer);
            }
        }
    }

    private void remember(String path, RawExchange answer) {
        if (answer.status() >= 300) {
            return;
        }
        var known = ids.computeIfAbsent(path, unknown -> new ArrayList<>());
        ID.matcher(answer.body()).results().limit(20).forEach(found -> {
            if (known.size() < MOST_IDS) {
                known.add(found.group(1));
            } else {
                known.set(chance.nextInt(MOST_IDS), found.group(1));
            }
        });
    }

    private void one() throws IOException {
        var operation = hostility.oneOf(promises.operations());
        var method = hostility.in(25)
                ? hostility.oneOf(List.of("TRACE", "FOO", "get", "OPTIONS", "HEAD", "DELETE", "PUT"))
                : operation.method();
        var path = path(operation);
        var headers = headers(operation);
        var body = operation.body().isMissingNode() ? new byte[0] : body(operation);
        var target = path + query(operation);
        var bytes =
                hostility.in(20) ? malformed(method, target, headers, body) : request(method, target, headers, body);
        RawExchange answer;
        try {
            answer = RawExchange.send(port, bytes);
        } catch (IOException e) {
            found(operation, "no answer in time: " + e.getMessage(), bytes, "");
            return;
        }
        statuses.merge(answer.status(), 1, Integer::sum);
        remember(operation.path(), answer);
        judge(operation, method, path, bytes, answer);
    }

    private void judge(Operation operation, String method, String path, byte[] request, RawExchange answer) {
        var insides = INSIDES.matcher(answer.body());
        if (answer.status() >= 400 && insides.find()) {
            found(operation, "tells of its insides: " + insides.group(), request, answer.body());
        }
        if (answer.headers().containsKey("x-injected") || answer.body().startsWith("<b>")) {
            found(operation, "a header was injected", request, answer.body());
        }
        if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            found(operation, "answers " + answer.status(), request, answer.body());
            return;
        }
        var isOfTheProtocol =
                OF_THE_PROTOCOL.contains(answer.status()) && answer.body().isEmpty();
        // An empty name in a path is no name, nor are dots: it is another path, of which the document may or may not
        // speak.
        if (isOfTheProtocol
                || !method.equals(operation.method())
                || path.contains("//")
                || path.contains("/..")
                || path.endsWith("/")) {
            return;
        }
        var breaches = contract.breaches(
                method.toLowerCase(Locale.ROOT),
                path.replaceFirst("/$", ""),
                answer.status(),
                answer.headers().get("content-type"),
                answer.body());
        if (!breaches.isEmpty() && !(path.length() > 4_000 && answer.status() == 404)) {
            found(
                    operation,
                    "breaks the contract with %d: %s".formatted(answer.status(), breaches),
                    request,
                    answer.body());
        }
    }

    /** One of each kind for each operation is enough to mend it. */
    private void found(Operation operation, String what, byte[] request, String answer) {
        var text = new String(request, ISO_8859_1).replace(token, "TOKEN");
        findings.putIfAbsent(
                operation.method() + operation.path() + what.replaceAll("[0-9]+", ""),
                "%n%s %s %s%n  request: %s%n  answer: %s"
                        .formatted(
                                operation.method(),
                                operation.path(),
                                what,
                                shortened(text, 3_000),
                                shortened(answer, 600)));
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "… (" + text.length() + ")" : text;
    }

    private String path(Operation operation) {
        var path = new StringBuilder();
        var list = new StringBuilder();
        for (var segment : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(segment.contains("{") ? name(list.toString(), segment) : segment);
            list.append('/').append(segment);
        }
        return path.toString();
    }

    /**
     * What stands in a path for a parameter.
     *
     * @param list what comes before it, as the document says it
     */
    private String name(String list, String segment) {
        if (hostility.in(15)) {
            return hostility.in(4) ? hostility.oneOf(NO_NAMES) : encode(hostility.text());
        }
        var known = ids.getOrDefault(list, List.of());
        var id = known.isEmpty() || hostility.in(15)
                ? UUID.randomUUID().toString()
                : known.get(chance.nextInt(known.size()));
        return segment.replaceAll("\\{[^}]+}", id);
    }

    private String query(Operation operation) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            if (hostility.in(3)) {
                var right = promises.sample(parameter.path("schema"), 0).asText();
                parts.add(parameter.path("name").asText() + "=" + encode(hostility.in(2) ? hostility.text() : right));
            }
        }
        if (hostility.in(20)) {
            parts.add(encode(hostility.text()) + "=" + encode(hostility.text()));
        }
        if (hostility.in(40)) {
            parts.add("limit=" + hostility.oneOf(List.of("0", "-1", "201", "2147483648", "1e2", "", "%00", "+5")));
        }
        if (hostility.in(40)) {
            parts.add("cursor="
                    + hostility.oneOf(List.of(
                            "", "x", "AAAA", "MA", "Cg", "%3D%3D", "MjAyNS0wOS0xNwp4", "OTk5OTk5OS05OS05OQo5")));
        }
        if (hostility.in(60)) {
            parts.add(hostility.oneOf(List.of("%", "&&&", "=", "a=%zz", "?", "#", "a=b&".repeat(300))));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private Map<String, String> headers(Operation operation) {
        var headers = new LinkedHashMap<String, String>();
        if (!hostility.in(30)) {
            headers.put("Authorization", "Bearer " + (hostility.in(30) ? headerText() : token));
        }
        if (!operation.contentType().isEmpty()) {
            headers.put(
                    "Content-Type",
                    hostility.in(12)
                            ? hostility.oneOf(List.of(
                                    "",
                                    "/",
                                    "text/plain",
                                    "application/xml",
                                    "application/json;charset=utf-16",
                                    "application/json; charset=\"x",
                                    "image/png",
                                    "multipart/form-data",
                                    "*/*",
                                    "application/json;;"))
                            : operation.contentType());
        }
        for (var parameter : operation.parameters("header")) {
            var name = parameter.path("name").asText();
            if (hostility.in(2)) {
                headers.put(name, hostility.in(2) ? headerText() : right(name));
            }
        }
        if (hostility.in(15)) {
            headers.put(
                    hostility.oneOf(List.of(
                            "Accept",
                            "Accept-Language",
                            "Accept-Encoding",
                            "If-Match",
                            "Range",
                            "If-None-Match",
                            "If-Modified-Since",
                            "Content-Encoding",
                            "X-Forwarded-For",
                            "X-HTTP-Method-Override",
                            "Expect",
                            "Cookie",
                            "Origin",
                            "Last-Event-ID",
                            "traceparent",
                            "Host")),
                    headerText());
        }
        return headers;
    }

    private String right(String name) {
        return switch (name) {
            case "If-Match" -> hostility.oneOf(List.of("*", "\"1\"", "\"0\"", "\"2\""));
            case "Idempotency-Key" ->
                hostility.oneOf(List.of("a", "b", UUID.randomUUID().toString()));
            default -> "1";
        };
    }

    private String headerText() {
        return hostility.oneOf(List.of(
                "",
                "\"",
                "\"1",
                "W/\"1\"",
                "\"9999999999999999999\"",
                "*, *",
                ",",
                "x".repeat(300),
                "x".repeat(6_000),
                "\u00ff\u00fe",
                "a\u0001b",
                "bytes=-",
                "bytes=9-1,0-0",
                "bytes=0-99999999999999999999",
                "gzip;q=9",
                "en-US-x-\"",
                "zz;q=1e9",
                "image/png",
                "application/json;q=x",
                "null",
                "-1",
                "sha-256=:x:",
                "%00",
                "' OR 1=1 --",
                "<script>",
                "${jndi:x}",
                "Basic eDp4",
                "100-continue"));
    }

    private byte[] body(Operation operation) {
        if (operation.contentType().contains("urlencoded")) {
            return ("note=" + encode(hostility.text()) + "&until=" + encode(hostility.text()) + "&upTo="
                            + encode(hostility.text()))
                    .getBytes(UTF_8);
        }
        JsonNode right = promises.body(operation);
        return switch (chance.nextInt(10)) {
            case 0 -> hostility.broken(right);
            case 1, 2 -> hostility.bytes(right);
            case 3 -> hostility.bytes(hostility.value());
            default -> hostility.bytes(hostility.spoil(right));
        };
    }

    private static byte[] request(String method, String target, Map<String, String> headers, byte[] body) {
        var lines = new ArrayList<String>();
        lines.add(method + " " + target + " HTTP/1.1");
        if (!headers.containsKey("Host")) {
            lines.add("Host: localhost");
        }
        lines.add("Connection: close");
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        if (body.length > 0) {
            lines.add("Content-Length: " + body.length);
        }
        return joined(String.join("\r\n", lines) + "\r\n\r\n", body);
    }

    private byte[] malformed(String method, String target, Map<String, String> headers, byte[] body) {
        var more = new LinkedHashMap<>(headers);
        switch (chance.nextInt(10)) {
            case 0 -> {
                more.put("Transfer-Encoding", "chunked");
                return joined(new String(request(method, target, more, body), ISO_8859_1), "\r\n\r\n".getBytes(UTF_8));
            }
            case 1 -> {
                more.put("Transfer-Encoding", "chunked");
                return request(method, target, more, "zz\r\nxxx\r\n0\r\n\r\n".getBytes(UTF_8));
            }
            case 2 -> more.put("Content-Length", "-1");
            case 3 -> {
                more.put("Content-length", "5");
                return request(method, target, more, body.length > 0 ? body : "12345".getBytes(UTF_8));
            }
            case 4 -> more.put("Content-Length", "99999999999999999999");
            case 5 -> more.put("x".repeat(20_000), "y");
            case 6 -> {
                return joined("%s %s HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(method, target), body);
            }
            case 7 -> {
                return joined("%s\r\n\r\n".formatted(method), body);
            }
            case 8 -> {
                return request(method, target + "?" + "x".repeat(10_000), more, body);
            }
            default -> {
                return request(method, "http://other.example:1" + target, more, body);
            }
        }
        return request(method, target, more, body);
    }

    private static byte[] joined(String head, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
