package org.moutracker.benchmarks;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Lists among very many agreements, and registering and reading among them, by a process of agreements-service as it would run
 * for months; and the same rows written and read by as many connections.
 */
record Agreements(Archive archive) implements Benchmark {

    private static final Clients WRITERS = new Clients(8);
    private static final Clients READERS = new Clients(4);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int BATCH = 200;
    private static final Duration TIME = Duration.ofSeconds(10);

    /**
     * One way to look.
     *
     * @param path asked of the service, with a place for what is looked for
     * @param sql the rows that it shows; what is looked for stands in them too
     */
    private record Look(String name, String path, String sql, Supplier<Object[]> asked) {}

    Agreements() {
        this(new Archive(Archive.USUAL));
    }

    @Override
    public Benchmark with(Arguments arguments) {
        return arguments
                .agreements()
                .<Benchmark>map(number -> new Agreements(new Archive(number)))
                .orElse(this);
    }

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("agreements");
        database.copyApart("agreement", "legal_event", "commitment", "agreement_history", "outbox");
        var rows = new ArrayList<Row>();
        try (var service = AgreementsProcess.start(product);
                var _ = StandingStill.of(List.of(
                        product.process("agreements-service"),
                        product.process("working-group-service"),
                        product.process("notifications-service")))) {
            var api = new Registrations(product, service);
            Progress.say("agreements: %,d of them".formatted(archive.agreements()));
            archive.settle(database, api);
            var times = new ArrayList<Clients.Answers>();
            for (var look : looks()) {
                var ours = look(look, api, rows, database);
                times.add(ours);
            }
            rows.add(new Row(
                    "agreements, last pages against the first, 95 %",
                    "ms", times.get(1).milliseconds(0.95), times.get(0).milliseconds(0.95), Map.of()));
            rows.addAll(Progress.say(exporting(api, database)));
            // After the lists: tens of thousands alike that are newer than all others would stand before any page of
            // them.
            rows.addAll(Progress.say(registering(api, product, database)));
            rows.addAll(Progress.say(reading(api, database)));
            rows.addAll(Progress.say(importing(api, product, database)));
            rows.add(new Row(
                    "agreements, most memory of the service",
                    "MiB",
                    service.memory().peakMib(),
                    Memory.LIMIT_MIB,
                    Map.of()));
        }
        return rows;
    }

    private static List<Row> registering(Registrations api, Product product, Database database) throws Exception {
        Progress.say("agreements: %d clients to register them".formatted(WRITERS.number()));
        WRITERS.warmUp(() -> api::register);
        var ours = WRITERS.ask(TIME, () -> api::register);
        var registration = Registration.read(product, database);
        Progress.say("agreements: %d connections that insert the same rows".formatted(WRITERS.number()));
        WRITERS.ask(WARM_UP, () -> registration.writer(database, 1));
        var limit = WRITERS.ask(TIME, () -> registration.writer(database, 1));
        return rows("agreements, registered", ours, limit);
    }

    private static List<Row> reading(Registrations api, Database database) throws Exception {
        Progress.say("agreements: %d clients to read them by id".formatted(WRITERS.number()));
        WRITERS.warmUp(() -> api::read);
        var ours = WRITERS.ask(TIME, () -> api::read);
        WRITERS.ask(WARM_UP, () -> new ReadAlone(database.connect(), api));
        var limit = WRITERS.ask(TIME, () -> new ReadAlone(database.connect(), api));
        return rows("agreements, read", ours, limit);
    }

    private static Clients.Answers look(Look look, Registrations api, List<Row> rows, Database database)
            throws Exception {
        Progress.say("agreements: " + look.name());
        Clients.Client client = () -> {
            var encoded = Arrays.stream(look.asked().get())
                    .map(value -> encode(value.toString(), UTF_8))
                    .toArray();
            api.get(look.path().formatted(encoded));
        };
        READERS.ask(WARM_UP, () -> client);
        var ours = READERS.ask(TIME, () -> client);
        var limit = READERS.ask(TIME, () -> new ListAlone(database.connect(), look.sql(), look.asked()));
        rows.addAll(Progress.say(rows("agreements, " + look.name(), ours, limit)));
        return ours;
    }

    private static List<Row> rows(String name, Clients.Answers ours, Clients.Answers limit) {
        return List.of(
                new Row(name, "requests/s", ours.rate(), limit.rate(), Map.of()),
                new Row(name + ", 95 %", "ms", ours.milliseconds(0.95), limit.milliseconds(0.95), Map.of()));
    }

    private List<Look> looks() {
        IntFunction<Supplier<Object[]>> near =
                begin -> () -> place(begin + ThreadLocalRandom.current().nextInt(near()));
        return List.of(
                pages("first pages", near.apply(archive.agreements() - near())),
                pages("last pages", near.apply(60)),
                new Look(
                        "two filters",
                        "/api/v1/agreements?country=%s&status=IN_FORCE",
                        ListAlone.PAGE + "WHERE tags @> ARRAY['country:%s'] AND status = 'IN_FORCE' "
                                + "ORDER BY registered_at DESC, id DESC LIMIT 51",
                        () -> new Object[] {Archive.anyCountry()}),
                new Look(
                        "two filters, last pages",
                        "/api/v1/agreements?country=PK&status=IN_FORCE&cursor=%2$s",
                        ListAlone.PAGE + "WHERE tags @> ARRAY['country:PK'] AND status = 'IN_FORCE' AND "
                                + "(registered_at, id) < %1$s ORDER BY registered_at DESC, id DESC LIMIT 51",
                        near.apply(120)),
                new Look(
                        "two filters, a month, by signing",
                        "/api/v1/agreements?party=PK&signedFrom=%1$s&signedUntil=%2$s&sort=-signedOn",
                        ListAlone.PAGE + "WHERE tags @> ARRAY['party:PK'] AND signed_last >= '%1$s' "
                                + "AND signed_sort BETWEEN date '%1$s' - 27 AND '%2$s' "
                                + "ORDER BY signed_sort DESC, id DESC LIMIT 51",
                        Agreements::anyMonth),
                new Look(
                        "a rare word",
                        "/api/v1/agreements?q=%s",
                        ListAlone.PAGE + "WHERE id = ANY (ARRAY(SELECT id FROM agreement WHERE words @@ '''%s'':*')) "
                                + "ORDER BY registered_at DESC, id DESC LIMIT 51",
                        () -> new Object[] {archive.anyDistrict()}),
                words("a frequent word", () -> new Object[] {"cooperation"}),
                words("a Chinese word", () -> new Object[] {"医学"}),
                words("an Arabic word", () -> new Object[] {"زراع"}));
    }

    private static Look pages(String name, Supplier<Object[]> place) {
        return new Look(
                name,
                "/api/v1/agreements?cursor=%2$s",
                ListAlone.PAGE + "WHERE (registered_at, id) < %1$s ORDER BY registered_at DESC, id DESC LIMIT 51",
                place);
    }

    private static Look words(String name, Supplier<Object[]> word) {
        return new Look(
                name,
                "/api/v1/agreements?q=%s",
                ListAlone.PAGE + "WHERE words @@ '''%s'':*' ORDER BY registered_at DESC, id DESC LIMIT 51",
                word);
    }

    /** How far the first pages reach. */
    private int near() {
        return Math.min(1_000, archive.agreements() / 4);
    }

    /** As the database names the place of one in the list, and as the service does. */
    private Object[] place(int number) {
        var at = Archive.registeredAt(number);
        var id = archive.id(number);
        var cursor = "-registered\n%s\n%s".formatted(at, id);
        return new Object[] {
            "('%s'::timestamptz, '%s'::uuid)".formatted(at, id),
            Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(UTF_8))
        };
    }

    private static Object[] anyMonth() {
        var begin =
                LocalDate.of(1971, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(19_000));
        return new Object[] {begin, begin.plusDays(30)};
    }

    private List<Row> exporting(Registrations api, Database database) throws Exception {
        Progress.say("agreements: all of them as CSV");
        var begin = System.nanoTime();
        var lines = api.lines("/api/v1/agreements?format=csv&sort=registered") - 1;
        var ours = Rate.perSecond(lines, System.nanoTime() - begin);
        if (lines < archive.agreements()) {
            throw new IllegalStateException(
                    "Of %,d agreements the file has %,d".formatted(archive.agreements(), lines));
        }
        var limit = Rate.of(lines, () -> readAll(database));
        return List.of(new Row("agreements, all as CSV", "agreements/s", ours, limit, Map.of()));
    }

    /** Against one connection that inserts the same rows, as many of them in a transaction as an import. */
    private static List<Row> importing(Registrations api, Product product, Database database) throws Exception {
        Progress.say("agreements: %,d of them from a file".formatted(ImportedFile.LINES));
        var ours = new ImportedFile(api).take();
        var registration = Registration.read(product, database);
        var limit = new Clients(1)
                        .ask(TIME, () -> registration.writer(database, BATCH))
                        .rate()
                * BATCH;
        return List.of(
                new Row("agreements, checked by an import", "agreements/s", ours.checked(), limit, Map.of()),
                new Row("agreements, imported", "agreements/s", ours.imported(), limit, Map.of()));
    }

    private static void readAll(Database database) throws SQLException {
        try (var connection = database.connect();
                var select = connection.prepareStatement(ListAlone.PAGE + "ORDER BY registered_at, id")) {
            connection.setAutoCommit(false);
            select.setFetchSize(1_000);
            ListAlone.readAll(select);
        }
    }
}
