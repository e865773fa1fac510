package org.moutracker.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Deadlines that have passed, told by working-group-service as one process and as two, among few and among many later
 * ones; behind a report that runs all the time; and under {@code kill -9}.
 *
 * @param later how many later ones are stored, a number for each round
 */
record Deadlines(List<Long> later) implements Benchmark {
    private static final int WARM_UP = 50_000;
    private static final int PASSED = 200_000;
    private static final int FEWER = 100_000;
    private static final int JOBS = 10_000;
    private static final int KILLS = 5;
    private static final String UNIT = "deadlines/s";

    Deadlines() {
        this(List.of(0L, 1_000_000L));
    }

    @Override
    public Benchmark with(Arguments arguments) {
        return new Deadlines(Stream.concat(later.stream(), arguments.later().stream())
                .distinct()
                .toList());
    }

    @Override
    public List<Row> measure(Product product) throws Exception {
        var backlog = new Backlog(product.database("working_groups"));
        try (var replica = Replica.start(product);
                var _ = backlog.relayLock()) {
            var engine = new Engine(product, replica, backlog);
            Progress.say("deadlines: %,d to warm up".formatted(WARM_UP));
            engine.pass(List.of(engine.first()), WARM_UP);
            engine.pass(List.of(engine.second()), WARM_UP);
            engine.passByStatement(WARM_UP);
            Progress.say("deadlines: %,d as jobs of db-scheduler".formatted(JOBS));
            var peers = Map.of("db-scheduler (this run)", engine.passAsJobs(JOBS));
            var rows = new ArrayList<Row>();
            for (var count : later) {
                rows.addAll(among(count, engine, peers));
            }
            rows.addAll(behindAReport(engine));
            rows.add(killed(engine));
            return rows;
        }
    }

    private static List<Row> among(long later, Engine engine, Map<String, Double> peers) throws Exception {
        Progress.say("deadlines: %,d later ones".formatted(later));
        var backlog = engine.backlog();
        backlog.empty();
        backlog.addLater(later);
        Progress.say("deadlines: %,d by the statement alone".formatted(PASSED));
        var limit = engine.passByStatement(PASSED);
        var commits = perThousand(backlog);
        Progress.say("deadlines: %,d by one process".formatted(PASSED));
        var one = engine.pass(List.of(engine.first()), PASSED);
        var ourCommits = perThousand(backlog);
        Progress.say("deadlines: %,d by two processes".formatted(PASSED));
        var two = engine.pass(List.of(engine.first(), engine.second()), PASSED);
        var amid = ", %,d later".formatted(later);
        return List.of(
                new Row("deadlines, 1 process" + amid, UNIT, one, limit, peers),
                new Row("deadlines, 2 processes" + amid, UNIT, two, limit, peers),
                new Row("deadlines, for 1,000 of them" + amid, "commits", ourCommits, commits, Map.of()));
    }

    private static double perThousand(Backlog backlog) throws Exception {
        return 1_000.0 * backlog.commits() / backlog.told();
    }

    private static List<Row> behindAReport(Engine engine) throws Exception {
        engine.backlog().empty();
        Progress.say("deadlines: %,d by the statement alone, behind a report".formatted(PASSED));
        var limit = engine.passByStatementBehindAReport(PASSED);
        engine.backlog().empty();
        Progress.say("deadlines: %,d by one process, behind a report".formatted(PASSED));
        var ours = engine.passBehindAReport(PASSED);
        return List.of(
                new Row("deadlines, 1 process, behind a report", UNIT, ours.all(), limit, Map.of()),
                new Row(
                        "deadlines, last quarter of them against the first",
                        UNIT,
                        ours.lastQuarter(),
                        ours.firstQuarter(),
                        Map.of()));
    }

    private static Row killed(Engine engine) throws Exception {
        engine.backlog().empty();
        Progress.say("deadlines: %,d by a process that is killed %d times".formatted(FEWER, KILLS));
        engine.passKilled(FEWER, KILLS);
        var wrong = engine.backlog().lostOrDoubled();
        return new Row("deadlines, lost or doubled at %d kills".formatted(KILLS), "deadlines", wrong, 0, Map.of());
    }
}
