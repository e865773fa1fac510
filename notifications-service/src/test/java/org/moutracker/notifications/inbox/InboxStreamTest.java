package org.moutracker.notifications.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class InboxStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource
    @Nullable
    URI service;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    @Test
    void who_listens_hears_what_fires_and_who_comes_again_misses_nothing_and_hears_nothing_twice() {
        var story = Story.begin().withEverybody();
        String last;
        try (var ayesha = listen(story, "f001", null);
                var zuhair = listen(story, "f002", null)) {
            story.at("2025-10-03T04:00:00Z");
            ayesha.hears("T-14");
            zuhair.hears("T-14");
            assertThat(ayesha.datas()).singleElement().asString().contains("\"readAt\":null", story.id("d001"));
            last = ayesha.ids().getLast();
        }

        story.at("2025-10-10T04:00:00Z");
        try (var ayesha = listen(story, "f001", last)) {
            ayesha.hears("T-7");
            story.at("2025-10-14T06:00:00Z");
            ayesha.hears("T-7", "T-3");
        }
    }

    @Test
    void a_side_does_not_listen_to_the_inbox_of_another() {
        var story = Story.begin().withEverybody();
        try (var own = listen(story, "f001", null, TestStack.token("integration", "PK"));
                var other = listen(story, "f001", null, TestStack.token("integration", "PS"))) {
            story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");

            own.hears("T-14", "T-7");
            assertThat(other.datas()).isEmpty();
        }
    }

    @Test
    void who_was_away_for_long_hears_all_of_it_in_order() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        copies(story, 120);

        try (var ayesha = listen(story, "f001", "0")) {
            await().atMost(PATIENCE).until(() -> ayesha.ids().size() == 121);
            assertThat(ayesha.ids().stream().map(Long::valueOf)).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_committed_late_is_told_in_its_place() throws SQLException {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        var last = lastNumber();
        try (var ayesha = listen(story, "f001", Long.toString(last));
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(COPY)) {
                insert.setInt(1, 100);
                insert.setObject(2, UUID.fromString(story.id("f001")));
                insert.setInt(3, 1);
                insert.executeUpdate();
            }
            copies(story, 1);
            await().atMost(PATIENCE)
                    .until(() -> requireNonNull(metrics.find("mou.inbox.streams.held")
                                            .gauge())
                                    .value()
                            == 1);
            assertThat(ayesha.ids()).isEmpty();
            connection.commit();
            connection.setAutoCommit(true);

            await().atMost(PATIENCE).until(() -> ayesha.ids().size() == 2);
            assertThat(ayesha.ids())
                    .isEqualTo(LongStream.of(last + 1, last + 2)
                            .mapToObj(Long::toString)
                            .toList());
        }
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_the_others_go_on() throws IOException {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        copies(story, 30_000);
        var cut = cutOff();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), address("").getPort()));
            socket.getOutputStream().write("""
                            GET /api/v1/recipients/%s/inbox/stream HTTP/1.1
                            Host: localhost
                            Last-Event-ID: 0
                            Authorization: Bearer %s

                            """.formatted(story.id("f001"), TestStack.staffToken())
                    .replace("\n", "\r\n")
                    .getBytes(UTF_8));
            socket.getOutputStream().flush();
            try (var zuhair = listen(story, "f002", null)) {
                story.at("2025-10-10T04:00:00Z");
                zuhair.hears("T-7");
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> cutOff() > cut);
        }
    }

    @Test
    void a_silent_line_is_kept_alive() {
        var story = Story.begin().withEverybody();
        try (var ayesha = listen(story, "f001", null)) {
            await().atMost(PATIENCE).until(() -> ayesha.hasHeard("still here"));
            assertThat(ayesha.values("retry")).containsExactly("3000");
        }
    }

    @Test
    void nobody_listens_without_a_token_to_nobody_or_from_nowhere() {
        var story = Story.begin().withEverybody();
        var path = "/api/v1/recipients/{id}/inbox/stream";

        anonymous().get(path, story.id("f001")).then().statusCode(401);
        asRegistrar().get(path, UUID.randomUUID()).then().statusCode(404);
        asRegistrar()
                .header("Last-Event-ID", "yesterday")
                .get(path, story.id("f001"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("Last-Event-ID"));
    }

    private static final String COPY = """
            INSERT INTO alert (id, deadline_id, agreement_id, working_group_id, plan_no, step, level, recipient_id, party,
                role, zone, state, ended_because, fire_at, fired_at, repeats, content)
            SELECT gen_random_uuid(), deadline_id, agreement_id, working_group_id, ? + copy, step, level, recipient_id, party,
                role, zone, 'ENDED', 'CANCELLED', fire_at, fired_at, repeats, content
            FROM (SELECT * FROM alert WHERE recipient_id = ? AND plan_no = 1 LIMIT 1) AS one, generate_series(1, ?) AS copy
            """;

    /** That many more in Ayesha's inbox. */
    private void copies(Story story, int many) {
        sql.update(COPY, 1000, UUID.fromString(story.id("f001")), many);
    }

    private long lastNumber() {
        return sql.query("SELECT max(number) AS last FROM alert", row -> row.getLong("last"))
                .getFirst();
    }

    private double cutOff() {
        return metrics.counter("mou.inbox.streams.cut").count();
    }

    private URI address(String path) {
        return requireNonNull(service).resolve(path);
    }

    private Listener listen(Story story, String person, @Nullable String last) {
        return listen(story, person, last, TestStack.staffToken());
    }

    private Listener listen(Story story, String person, @Nullable String last, String token) {
        var request = HttpRequest.newBuilder(address("/api/v1/recipients/%s/inbox/stream".formatted(story.id(person))))
                .header("Authorization", "Bearer " + token);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new Listener(request.build());
    }

    /** A client that notes every line. */
    private static final class Listener implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        private Listener(HttpRequest request) {
            var unused = client.sendAsync(request, BodyHandlers.ofLines())
                    .thenAccept(response -> response.body().forEach(lines::add));
            await().atMost(PATIENCE).until(() -> hasHeard("listening"));
        }

        private boolean hasHeard(String comment) {
            return values("").contains(comment);
        }

        private List<String> ids() {
            return values("id");
        }

        private List<String> datas() {
            return values("data");
        }

        private List<String> values(String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.substring(field.length() + 1).strip())
                    .toList();
        }

        private void hears(String... steps) {
            await().atMost(PATIENCE).until(() -> datas().size() >= steps.length);
            assertThat(datas()).hasSameSizeAs(steps);
            for (var i = 0; i < steps.length; i++) {
                assertThat(datas().get(i)).contains("\"step\":\"" + steps[i] + "\"");
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
