package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.agreements.document.ArrivingFile.MOST;
import static org.moutracker.agreements.document.Papering.ofSigned;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.localstack.TestStack;

/** Documents as large as they may be, and senders that do not keep to it; called without a client that buffers. */
@AgreementsTest
class LargeContentTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    AgroalDataSource database;

    @Inject
    DocumentStore store;

    @Test
    void a_document_of_25_mebibytes_goes_in_and_comes_out() throws Exception {
        for (var body : List.of(announced(MOST), unannounced(MOST))) {
            var document = ofSigned().entered();

            var uploaded = put(document, body);

            assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
            assertThat(uploaded.body()).contains("\"size\":26214400", Papers.sha256(MOST));
            var answer = client.send(request(document + "/content").GET().build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(MOST);
            try (var bytes = answer.body()) {
                assertThat(Papers.sha256(bytes)).isEqualTo(Papers.sha256(MOST));
            }
        }
    }

    @Test
    void one_byte_more_is_refused_and_nothing_is_left() throws Exception {
        var kept = new Kept(database).count();
        for (var body : List.of(announced(MOST + 1), unannounced(MOST + 1))) {
            var document = ofSigned().entered();

            var refused = put(document, body);

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("26214400 bytes at most");
        }
        assertThat(new Kept(database).count()).isEqualTo(kept);
    }

    @Test
    void a_refusal_reaches_a_sender_that_goes_on_sending() throws Exception {
        var kept = new Kept(database).count();
        var document = ofSigned().entered();
        var statuses = new ArrayList<Integer>();
        for (var type : List.of("image/png", "application/zip", "application/pdf")) {
            for (var body : List.of(announced(MOST - 1), unannounced(2 * MOST))) {
                var request = upload(document, body, type);
                statuses.add(client.send(request, BodyHandlers.ofString()).statusCode());
            }
        }

        assertThat(statuses).containsExactly(400, 400, 415, 415, 201, 413);
        assertThat(new Kept(database).count()).isEqualTo(kept + 1);
    }

    /** All spaces, so that whoever reads it as JSON reads all of it; the framework just hangs up on a longer one. */
    @Test
    void everywhere_else_a_body_may_not_be_that_large() throws Exception {
        var spaces = new byte[2 * MEBIBYTE];
        Arrays.fill(spaces, (byte) ' ');

        var announced = client.send(
                json(BodyPublishers.ofByteArray(spaces)).expectContinue(true).build(), BodyHandlers.ofString());
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("1048576 bytes at most");
        assertThat(status(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces))))
                .isEqualTo(413);
        assertThat(status(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces, 0, MEBIBYTE / 2))))
                .isEqualTo(400);
    }

    private int status(BodyPublisher body) throws Exception {
        return client.sendAsync(json(body).build(), BodyHandlers.ofString())
                .handle((answer, hungUp) -> answer == null ? 413 : answer.statusCode())
                .get();
    }

    private static HttpRequest.Builder json(BodyPublisher body) {
        return request("/api/v1/agreements")
                .setHeader("Content-Type", "application/json")
                .POST(body);
    }

    /**
     * After each mebibyte the heap is collected and measured. A file that was kept would show as 25 of them; what is
     * counted here is all live memory of this process, so that a little may come and go.
     */
    @Test
    void no_file_is_ever_whole_in_memory() {
        var heap = new ArrayList<Long>();
        var papers = new Papers(MOST);
        var watched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("byte by byte is too slow");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                var before = papers.position() / (4 * MEBIBYTE);
                var read = papers.read(buffer, offset, length);
                if (papers.position() / (4 * MEBIBYTE) > before) {
                    heap.add(live());
                }
                return read;
            }
        };
        var place = QuarkusTransaction.requiringNew().call(() -> store.write(new ArrivingFile(watched, FileType.PDF)));

        assertThat(papers.longest).isLessThanOrEqualTo(64 * 1024);
        assertThat(heap).hasSize(6);
        assertThat(heap.getLast() - heap.getFirst()).isLessThan(8L * MEBIBYTE);

        var out = new ArrayList<Long>();
        var longest = new int[1];
        QuarkusTransaction.requiringNew().run(() -> read(place, out, longest));
        assertThat(longest[0]).isLessThanOrEqualTo(64 * 1024);
        assertThat(out).hasSize(6);
        assertThat(out.getLast() - out.getFirst()).isLessThan(8L * MEBIBYTE);
        QuarkusTransaction.requiringNew().run(() -> store.remove(place));
    }

    private void read(long place, List<Long> heap, int[] longest) {
        try {
            store.read(place, 0, MOST, new OutputStream() {
                private long position;

                @Override
                public void write(int one) {
                    throw new AssertionError("byte by byte is too slow");
                }

                @Override
                public void write(byte[] buffer, int offset, int length) {
                    longest[0] = Math.max(longest[0], length);
                    var before = position / (4 * MEBIBYTE);
                    position += length;
                    if (position / (4 * MEBIBYTE) > before) {
                        heap.add(live());
                    }
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_sender_that_breaks_off_leaves_nothing(boolean isAnnounced) throws Exception {
        var kept = new Kept(database).count();
        var document = ofSigned().entered();
        var transport = isAnnounced ? "Content-Length: " + 10 * MEBIBYTE : "Transfer-Encoding: chunked";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write("""
                    PUT %s/content HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: application/pdf
                    %s

                    """.formatted(document, TestStack.token("registrar"), transport)
                    .replace("\n", "\r\n")
                    .getBytes(ISO_8859_1));
            for (var i = 0; i < 16; i++) {
                var piece = i == 0 ? new Papers(64 * 1024).readAllBytes() : new byte[64 * 1024];
                out.write(isAnnounced ? new byte[0] : "10000\r\n".getBytes(UTF_8));
                out.write(piece);
                out.write(isAnnounced ? new byte[0] : "\r\n".getBytes(UTF_8));
            }
            out.flush();
            await().until(this::isUnderWay);
        }

        await().until(() -> !isUnderWay());
        assertThat(new Kept(database).count()).isEqualTo(kept);
        assertThat(put(document, announced(1000)).statusCode()).isEqualTo(201);
        assertThat(new Kept(database).count()).isEqualTo(kept + 1);
    }

    /** Whether a transaction of this database has written a part of a document. */
    private boolean isUnderWay() throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                        AND state = 'idle in transaction' AND query LIKE '%write_document%'
                        """);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    @Test
    void of_uploads_at_the_same_time_one_counts() throws Exception {
        var kept = new Kept(database).count();
        var same = ofSigned().entered();
        var other = ofSigned().entered();

        assertThat(together(same, () -> announced(3 * MEBIBYTE))).containsExactlyInAnyOrder(200, 200, 201);
        var sizes = new int[] {3 * MEBIBYTE};
        assertThat(together(other, () -> announced(sizes[0]++))).containsExactlyInAnyOrder(201, 409, 409);

        assertThat(new Kept(database).count()).isEqualTo(kept + 2);
    }

    private List<Integer> together(String document, Supplier<BodyPublisher> body) throws Exception {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 3; i++) {
            answers.add(client.sendAsync(upload(document, body.get()), BodyHandlers.ofString()));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        return statuses;
    }

    private HttpResponse<String> put(String document, BodyPublisher body) throws Exception {
        return client.send(upload(document, body), BodyHandlers.ofString());
    }

    private static HttpRequest upload(String document, BodyPublisher body) {
        return upload(document, body, "application/pdf");
    }

    private static HttpRequest upload(String document, BodyPublisher body, String type) {
        return request(document + "/content")
                .setHeader("Content-Type", type)
                .timeout(Duration.ofSeconds(60))
                .PUT(body)
                .build();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestStack.token("registrar"));
    }

    private static BodyPublisher announced(long size) {
        return BodyPublishers.fromPublisher(unannounced(size), size);
    }

    private static BodyPublisher unannounced(long size) {
        return BodyPublishers.ofInputStream(() -> new Papers(size));
    }
}
