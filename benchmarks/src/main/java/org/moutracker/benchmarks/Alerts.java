package org.moutracker.benchmarks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What notifications-service is for: events in, mails out; events kept; plans that come due fired; and the memory that it
 * takes for all that among ever more planned deadlines.
 *
 * @param mails how many go out
 * @param planned how many deadlines are planned in the end
 */
record Alerts(int mails, int planned) implements Benchmark {
    private static final int FEWEST_WARM_UPS = 6;
    private static final int MOST_WARM_UPS = 12;
    private static final double GAIN = 1.05;
    private static final int DUE_WARM_UP = 5_000;
    private static final int DUE = 30_000;
    private static final String FIRING_GROUP = "01995778-5a80-7000-8000-00000000e0a2";

    // Mails in a second: one core and a whole platform, as published; the last, measured on a machine of this size, are
    // handed over by the dozen with one body for all.
    private static final Map<String, Double> PEERS =
            new TreeMap<>(Map.of("NotifyBC", 233.0, "GOV.UK Notify", 400.0, "addresses to a stub", 6_800.0));

    Alerts() {
        this(20_000, 1_000_000);
    }

    @Override
    public Benchmark with(Arguments arguments) {
        return new Alerts(arguments.mails().orElse(mails), arguments.planned().orElse(planned));
    }

    @Override
    public List<Row> measure(Product product) throws Exception {
        var log = Files.createTempFile("notifications-service", ".log");
        try (var sink = new FastSink();
                var _ = StandingStill.whole(product);
                var notifier = Notifier.lasting(product, sink.port(), log)) {
            notifier.awaitReady();
            var rows = new ArrayList<Row>();
            var sending = Sending.to(sink, product);
            rows.addAll(Progress.say(List.of(send(sending, sink))));
            var database = product.database("notifications");
            database.copyApart("inbox", "deadline", "plan", "alert", "delivery", "outbox");
            rows.addAll(Progress.say(
                    List.of(Heard.deadlines(product, "alerts, intake").measure(database))));
            rows.addAll(plan(database, PlanRows.of(product, FIRING_GROUP), sending, notifier.memory()));
            sink.leave();
            rows.addAll(Progress.say(List.of(fire(database, PlanRows.of(product, FIRING_GROUP)))));
            rows.addAll(Progress.say(List.of(new Row(
                    "alerts, most memory after all", "MiB", notifier.memory().peakMib(), Memory.LIMIT_MIB, Map.of()))));
            return rows;
        }
    }

    /** Deadlines of which a quarter of the mails tell. */
    private int some() {
        return Math.max(1, mails / Sending.PEOPLE / 4);
    }

    /** The messages that the service has written are handed over once more by a client that has nothing else to do. */
    private Row send(Sending sending, FastSink sink) throws Exception {
        var best = 0.0;
        var stands = 0;
        for (var round = 0; round < MOST_WARM_UPS; round++) {
            Progress.say("alerts: %,d mails to warm up".formatted(some() * Sending.PEOPLE));
            var rate = sending.tell(some());
            // One round that was no quicker may have had bad luck, and the compiler takes its time.
            stands = rate < best * GAIN ? stands + 1 : 0;
            if (stands >= 2 && round >= FEWEST_WARM_UPS) {
                break;
            }
            best = Math.max(best, rate);
        }
        var unused = sink.kept();
        Progress.say("alerts: %,d mails from events".formatted(mails));
        var ours = sending.tell(mails / Sending.PEOPLE);
        var prepared = new PreparedMails(sink.kept());
        requireWhole(prepared);
        Progress.say("alerts: %,d mails, %,d bytes each, by a bare client".formatted(mails, prepared.bytes()));
        prepared.send(sink.port(), Sending.CONNECTIONS, mails);
        var limit = prepared.send(sink.port(), Sending.CONNECTIONS, mails);
        return new Row("alerts, mails", "mails/s", ours, limit, PEERS);
    }

    private static void requireWhole(PreparedMails prepared) {
        for (var mail : prepared.mails()) {
            for (var part : List.of("Message-ID: <", "text/plain", "text/html", "text/calendar", "application/ics")) {
                if (!mail.content().contains(part)) {
                    throw new IllegalStateException("A mail has no %s:%n%s".formatted(part, mail.content()));
                }
            }
        }
    }

    /** Each time there are ten times as many, some mails go out among them, and the memory is looked at. */
    private List<Row> plan(Database database, PlanRows rows, Sending sending, Memory memory) throws Exception {
        var found = new ArrayList<Row>();
        var heapAtFirst = 0.0;
        var there = 0;
        for (var count = Math.min(10_000, planned); there < planned; count = Math.min(10 * count, planned)) {
            Progress.say("alerts: %,d planned deadlines".formatted(count));
            try (var connection = database.connect()) {
                rows.addShort(connection, there, count - there);
            }
            there = count;
            database.tidy("deadline", "plan");
            sending.tell(some());
            var heap = memory.heapMib();
            heapAtFirst = heapAtFirst == 0 ? heap : heapAtFirst;
            var among = ", %,d planned".formatted(count);
            found.addAll(Progress.say(List.of(
                    new Row("alerts, most memory" + among, "MiB", memory.peakMib(), Memory.LIMIT_MIB, Map.of()),
                    new Row("alerts, heap after collection" + among, "MiB", heap, heapAtFirst, Map.of()))));
        }
        return found;
    }

    /** Nobody takes the mails meanwhile: that they are sent is measured elsewhere. */
    private Row fire(Database database, PlanRows rows) throws Exception {
        try (var connection = database.connect()) {
            new Readers(FIRING_GROUP, 1, true).nominate(connection);
        }
        database.execute("TRUNCATE apart.plan");
        try (var apart = database.connectApart()) {
            PlanRows.addPlans(apart, 0, planned, PlanRows.LATER);
        }
        database.tidy("apart.plan");
        var fired = new Fired(database, rows, true);
        Progress.say("alerts: %,d plans to warm up".formatted(DUE_WARM_UP));
        fired.byEngine(planned, DUE_WARM_UP);
        fired.byStatements(planned, DUE_WARM_UP);
        Progress.say("alerts: %,d plans fired by the engine".formatted(DUE));
        var ours = fired.byEngine(planned + DUE_WARM_UP, DUE);
        Progress.say("alerts: %,d plans fired by its statements alone".formatted(DUE));
        var limit = fired.byStatements(planned + DUE_WARM_UP, DUE);
        return new Row("alerts, firing", "plans/s", ours, limit, Map.of());
    }
}
