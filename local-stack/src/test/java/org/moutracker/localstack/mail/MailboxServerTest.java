package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxServerTest {
    private static final String HOSTILE = """
            Subject: <script>alert(1)</script>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html

            <head></head><a href=x>link</a><script>alert(2)</script>
            --b
            Content-Type: text/html; name="evil.html"
            Content-Disposition: attachment; filename="evil\\"é.html"

            <script>alert(3)</script>
            --b--
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private Mailbox mailbox;
    private com.sun.net.httpserver.HttpServer server;

    MailboxServerTest(@TempDir Path folder) throws IOException {
        mailbox = Mailbox.open(folder, false);
        server = MailboxServer.start(0, mailbox);
    }

    @BeforeEach
    void receive() throws IOException {
        add("Subject: In 14 days\n\nby Friday");
        add(HOSTILE);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void lists_the_newest_mail_first_for_people_and_last_for_programs() throws Exception {
        var page = get("/").body();
        assertThat(page).contains("2 mails, the newest first. The times are simulated, in UTC.");
        assertThat(page.indexOf("/messages/2"))
                .isLessThan(page.indexOf("/messages/1"))
                .isPositive();
        assertThat(get("/api/messages").body())
                .startsWith("[{\"id\":\"1\",\"to\":[\"ayesha@health.example.pk\"]")
                .contains("\"receivedAt\":\"2025-10-03T04:00:00Z\"", "\"text\":\"by Friday\"", "\"html\":null");
        assertThat(get("/api/messages?after=1&limit=1").body()).startsWith("[{\"id\":\"2\"");
        assertThat(get("/api/messages?after=2").body()).isEqualTo("[]");
        assertThat(get("/api/messages?to=AYESHA%40health").body()).startsWith("[{\"id\":\"1\"");
        assertThat(get("/api/messages?to=nobody%40health").body()).isEqualTo("[]");
    }

    @Test
    void shows_what_a_mail_says_and_runs_nothing_of_it() throws Exception {
        for (var path : List.of("/", "/messages/2", "/messages/2/text", "/messages/2/headers")) {
            var answer = get(path);
            assertThat(answer.body()).doesNotContain("<script");
            assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
        }
        var frame = get("/messages/2/frame");
        assertThat(frame.body()).contains("<head><base target=\"_blank\"></head>");
        assertThat(header(frame, "Content-Security-Policy"))
                .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'");
    }

    @Test
    void hands_out_attachments_for_keeping() throws Exception {
        var attachment = get("/api/messages/2/attachments/0");
        assertThat(attachment.body()).contains("alert(3)");
        assertThat(header(attachment, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(attachment, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(attachment, "Content-Disposition")).startsWith("attachment; filename*=UTF-8''evil%22");
    }

    @Test
    void says_what_is_not_there_and_what_it_does_not_do() throws Exception {
        for (var path : List.of(
                "/nothing", "/messages/9", "/api/nothing", "/api/messages/9", "/api/messages/2/attachments/1")) {
            assertThat(get(path).statusCode()).isEqualTo(404);
        }
        assertThat(send("POST", "/").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/api/messages/1").statusCode()).isEqualTo(405);
        assertThat(send("HEAD", "/api/messages").statusCode()).isEqualTo(200);
    }

    @Test
    void forgets_all_mails_when_told() throws Exception {
        assertThat(send("DELETE", "/api/messages").statusCode()).isEqualTo(204);
        assertThat(get("/api/messages").body()).isEqualTo("[]");
        assertThat(get("/").body()).contains("No mail here");
    }

    /** A page from elsewhere can make its own name lead to this machine, and then read what it gets. */
    @Test
    void answers_only_to_its_own_names() throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private void add(String message) throws IOException {
        var lines = StoredMail.lines(
                "alerts@mou.example",
                List.of("ayesha@health.example.pk"),
                Instant.parse("2026-11-01T10:00:00Z"),
                Instant.parse("2025-10-03T04:00:00Z"));
        mailbox.add(
                lines, new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var address =
                URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
        var request = HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
