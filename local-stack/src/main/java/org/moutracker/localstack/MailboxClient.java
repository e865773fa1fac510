package org.moutracker.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.mail.ReceivedMail;

/** Reads the mailbox as anybody else does, over HTTP. */
record MailboxClient(int port) {

    List<ReceivedMail> messages(String to) {
        return items(json(send("GET", "/api/messages?to=" + URLEncoder.encode(to, UTF_8))))
                .map(MailboxClient::mail)
                .toList();
    }

    void clear() {
        send("DELETE", "/api/messages");
    }

    byte[] content(ReceivedMail.Attachment attachment) {
        return send("GET", attachment.url());
    }

    private static JsonNode json(byte[] answer) {
        try {
            return new ObjectMapper().readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] send(String method, String path) {
        var address = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        var request = HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ReceivedMail mail(JsonNode json) {
        return new ReceivedMail(
                json.get("id").asText(),
                strings(json.get("to")),
                json.get("from").asText(),
                json.get("subject").asText(),
                Instant.parse(json.get("receivedAt").asText()),
                headers(json.get("headers")),
                nullable(json.get("text")),
                nullable(json.get("html")),
                items(json.get("attachments")).map(MailboxClient::attachment).toList());
    }

    private static Map<String, List<String>> headers(JsonNode json) {
        var headers = new LinkedHashMap<String, List<String>>();
        json.properties().forEach(header -> headers.put(header.getKey(), strings(header.getValue())));
        return headers;
    }

    private static ReceivedMail.Attachment attachment(JsonNode json) {
        return new ReceivedMail.Attachment(
                json.get("name").asText(),
                json.get("contentType").asText(),
                json.get("size").asLong(),
                json.get("url").asText());
    }

    private static @Nullable String nullable(JsonNode json) {
        return json.isNull() ? null : json.asText();
    }

    private static List<String> strings(JsonNode json) {
        return items(json).map(JsonNode::asText).toList();
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false);
    }
}
