package org.moutracker.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans that come due all at once: claimed and fired by notifications-service's engine, and by its statements alone. */
final class Claim implements Benchmark {
    private static final int WARM_UP = 5_000;
    private static final int PLANS = 30_000;
    private static final int LATER = 100_000;

    // Claiming due reminders and telling of them, in an earlier study of the same machine size; its busy machine first.
    private static final Map<String, Double> PEERS = new TreeMap<>(Map.of(
            "db-scheduler (busy machine)", 760.0,
            "db-scheduler (idle machine)", 3_300.0,
            "JobRunr (busy machine)", 100.0,
            "Quartz (busy machine)", 54.0,
            "Quartz (idle machine)", 227.0,
            "set-based prototype (busy machine)", 22_000.0));

    private static final String GROUP = "01995778-5a80-7000-8000-00000000e001";

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("notifications");
        database.copyApart("plan", "alert", "delivery", "outbox");
        var rows = PlanRows.of(product, GROUP);
        var fired = new Fired(database, rows, false);
        try (var connection = database.connect()) {
            // Without a mail address: an alert each, and no mail that would take longer than all the rest.
            new Readers(GROUP, 1, false).nominate(connection);
            Progress.say("claim: %,d plans that come later".formatted(LATER));
            rows.addLater(connection, 0, LATER);
        }
        try (var apart = database.connectApart()) {
            PlanRows.addPlans(apart, 1_000_000, LATER, PlanRows.LATER);
        }
        Progress.say("claim: %,d plans to warm up".formatted(WARM_UP));
        fired.byEngine(LATER, WARM_UP);
        fired.byStatements(0, WARM_UP);
        Progress.say("claim: %,d plans by the engine".formatted(PLANS));
        var ours = fired.byEngine(LATER + WARM_UP, PLANS);
        Progress.say("claim: %,d plans by its statements alone".formatted(PLANS));
        var limit = fired.byStatements(WARM_UP, PLANS);
        return List.of(new Row("claim", "plans/s", ours, limit, PEERS));
    }

    /** A deadline of which a step has come by now and was told to nobody. */
    static Sample sample(Product product) throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        return Sample.of(product.root(), "mou.deadline.armed.v1")
                .with("responsible", List.of(Map.of("party", "PK")))
                .with("agreementId", null)
                .with("lastDay", today.plusDays(10).toString())
                .with("dueAt", today.plusDays(11) + "T00:00:00Z")
                .with("scheduledAt", today.minusDays(20) + "T00:00:00Z");
    }
}
