package org.moutracker.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Calls the services as any other system would. */
public final class ServiceClient implements AutoCloseable {

    // What must follow by events follows in two seconds; a machine that is busy elsewhere gets more.
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(20);

    private static final Pattern LINK = Pattern.compile("http\\S+/address-verifications/[\\w-]+");

    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final String token;

    public ServiceClient(String token) {
        this(token, HttpClient.newHttpClient());
    }

    /** Calls services that show a certificate of that authority. */
    public ServiceClient(String token, SSLContext believing) {
        this(token, HttpClient.newBuilder().sslContext(believing).build());
    }

    private ServiceClient(String token, HttpClient http) {
        this.token = token;
        this.http = http;
    }

    public JsonNode get(String url) throws IOException, InterruptedException {
        return send(request(url).GET().build());
    }

    public JsonNode post(String url, JsonNode body) throws IOException, InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Posts to what must still be of that version. */
    public JsonNode post(String url, JsonNode body, String ifMatch) throws IOException, InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    public JsonNode put(String url, JsonNode body) throws IOException, InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Asks until the answer is as it should be. */
    public JsonNode await(String what, String url, Predicate<JsonNode> done) throws IOException, InterruptedException {
        var until = System.nanoTime() + LONGEST_WAIT;
        while (true) {
            @Nullable String said;
            try {
                var answer = get(url);
                if (done.test(answer)) {
                    return answer;
                }
                said = answer.toString();
            } catch (Unexpected e) {
                // It may not be there yet.
                said = e.getMessage();
            }
            if (System.nanoTime() > until) {
                throw new Unexpected("%s did not happen; %s says %s".formatted(what, url, said));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Whether a mail asks its reader to confirm the address, and tells nothing else. */
    public static boolean asksForAddress(JsonNode mail) {
        return LINK.matcher(mail.path("text").asText()).find();
    }

    /**
     * Does what the owners of these addresses do: each opens the mail that asks whether it is right, looks at the page that
     * it links, and presses its button. Who has done that before does nothing.
     */
    public void confirmAddresses(String mailbox, String... addresses) throws IOException, InterruptedException {
        for (var address : addresses) {
            var mails = await(
                    "the mail that asks whether %s is right".formatted(address), mailbox, list -> link(list, address)
                            .isPresent());
            var page = HttpRequest.newBuilder(URI.create(link(mails, address).orElseThrow()));
            if (http.send(page.build(), BodyHandlers.discarding()).statusCode() != 200) {
                continue;
            }
            var answer = http.send(page.POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Unexpected("the address %s could not be confirmed: %d, %s"
                        .formatted(address, answer.statusCode(), answer.body()));
            }
        }
    }

    /** The link in the latest of these mails that asks for this address. */
    private static Optional<String> link(JsonNode mails, String address) {
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail ->
                        mail.path("to").toString().toLowerCase(Locale.ROOT).contains(address.toLowerCase(Locale.ROOT)))
                .flatMap(mail -> LINK.matcher(mail.path("text").asText()).results())
                .map(MatchResult::group)
                .reduce((earlier, later) -> later);
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new Unexpected("%s %s was answered with %d: %s"
                    .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
