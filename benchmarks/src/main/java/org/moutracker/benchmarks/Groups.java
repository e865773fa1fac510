package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What people look at among very many groups, members and meetings, and the same rows read by as many connections.
 *
 * @param population how many there are
 */
record Groups(Population population) implements Benchmark {

    private static final Clients CLIENTS = new Clients(4);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration TIME = Duration.ofSeconds(10);

    /**
     * One way to look.
     *
     * @param path asked of the service, with a place for an id
     * @param sql the rows that it shows, with one parameter
     */
    private record Look(String name, String path, String sql, Supplier<UUID> id) {}

    Groups() {
        this(new Population(Population.USUAL));
    }

    @Override
    public Benchmark with(Arguments arguments) {
        return arguments
                .groups()
                .<Benchmark>map(number -> new Groups(new Population(number)))
                .orElse(this);
    }

    private List<Look> looks() {
        return List.of(
                new Look(
                        "groups of an agreement", "/api/v1/working-groups?agreement=%s", """
                    WITH own AS MATERIALIZED (SELECT * FROM working_group WHERE agreements @> ARRAY[?])
                    SELECT * FROM own ORDER BY id LIMIT 51
                    """, population::anyAgreement),
                new Look(
                        "groups, first pages",
                        "/api/v1/working-groups?status=ACTIVE&cursor=%s",
                        "SELECT * FROM working_group WHERE status = 'ACTIVE' AND id > ? ORDER BY id LIMIT 51",
                        () -> population.group(Population.any(near()))),
                new Look(
                        "groups, last pages",
                        "/api/v1/working-groups?status=ACTIVE&cursor=%s",
                        "SELECT * FROM working_group WHERE status = 'ACTIVE' AND id > ? ORDER BY id LIMIT 51",
                        () -> population.group(population.groups() - 100 - Population.any(near()))),
                new Look(
                        "a group's members",
                        "/api/v1/working-groups/%s/members",
                        "SELECT person.* FROM member_seat JOIN person ON person.id = person_id WHERE group_id = ?",
                        population::anyGroup),
                new Look(
                        "a group's meetings",
                        "/api/v1/meetings?group=%s",
                        "SELECT * FROM meeting WHERE working_group_id = ? ORDER BY starts_order, id LIMIT 51",
                        population::anyGroup),
                new Look(
                        "a member's own seats",
                        "/api/v1/members?person=%s",
                        "SELECT * FROM member_seat JOIN working_group ON id = group_id WHERE person_id = ? ORDER BY member_id",
                        population::anyPerson));
    }

    /** How far the first pages reach. */
    private int near() {
        return Math.min(1_000, population.groups() / 2);
    }

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("working_groups");
        Progress.say("groups: %,d groups with their members and meetings".formatted(population.groups()));
        population.settle(database);
        var rows = new ArrayList<Row>();
        for (var look : looks()) {
            Progress.say("groups: " + look.name());
            var api = new Api(product, look);
            CLIENTS.ask(WARM_UP, () -> api::ask);
            var ours = CLIENTS.ask(TIME, () -> api::ask);
            var limit = CLIENTS.ask(TIME, () -> new Select(database.connect(), look.sql(), look.id()));
            rows.addAll(rows(look.name(), ours, limit));
        }
        var pages = new Pages(product);
        for (var page : Pages.of(population)) {
            Progress.say("groups: " + page.name());
            var links = pages.links(page);
            CLIENTS.ask(WARM_UP, () -> () -> pages.open(links));
            var ours = CLIENTS.ask(TIME, () -> () -> pages.open(links));
            var limit = CLIENTS.ask(TIME, () -> new Select(database.connect(), page.sql(), page.id()));
            rows.addAll(rows(page.name(), ours, limit));
        }
        return rows;
    }

    private static List<Row> rows(String name, Clients.Answers ours, Clients.Answers limit) {
        return List.of(
                new Row(name + ", 95 %", "ms", ours.milliseconds(0.95), limit.milliseconds(0.95), Map.of()),
                new Row(name, "requests/s", ours.rate(), limit.rate(), Map.of()));
    }

    /** The service, asked for one page. */
    private static final class Api {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final URI address;
        private final String token;
        private final Look look;

        private Api(Product product, Look look) throws IOException {
            address = product.service("workingGroups");
            token = product.token("secretary");
            this.look = look;
        }

        private void ask() throws IOException, InterruptedException {
            var id = look.id().get().toString();
            var said = look.path().contains("cursor=")
                    ? Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8))
                    : id;
            var request = HttpRequest.newBuilder(address.resolve(look.path().formatted(said)))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("\"items\":[]")) {
                throw new IllegalStateException(
                        "%s: %d %s".formatted(request.uri(), answer.statusCode(), answer.body()));
            }
        }
    }

    /** The same rows, read to their end through a connection of its own. */
    private static final class Select implements Clients.Client {
        private final Connection connection;
        private final PreparedStatement select;
        private final Supplier<UUID> id;

        private Select(Connection connection, String sql, Supplier<UUID> id) throws SQLException {
            this.connection = connection;
            this.select = connection.prepareStatement(sql);
            this.id = id;
        }

        @Override
        public void ask() throws SQLException {
            select.setObject(1, id.get());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var _ = row.getString(1);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
