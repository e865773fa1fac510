package org.moutracker.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The engine of working-group-service as two processes, which work or stand still as is asked for. */
record Engine(Product product, Replica replica, Backlog backlog) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** How many it did in a second: all of them, and those that came first and last. */
    record Course(double all, double firstQuarter, double lastQuarter) {}

    ProcessHandle first() throws IOException {
        return product.process("working-group-service");
    }

    ProcessHandle second() {
        return replica.process();
    }

    double pass(List<ProcessHandle> working, int count) throws Exception {
        var others = Stream.of(first(), second())
                .filter(process -> !working.contains(process))
                .toList();
        backlog.tidy();
        try (var _ = StandingStill.of(others)) {
            try (var _ = StandingStill.of(working)) {
                backlog.addPassed(count);
            }
            return Rate.watching(System.nanoTime(), count, backlog::told);
        }
    }

    double passByStatement(int count) throws Exception {
        backlog.tidy();
        try (var _ = StandingStill.of(List.of(first(), second()))) {
            backlog.addPassed(count);
            return backlog.passByStatement();
        }
    }

    double passAsJobs(int count) throws Exception {
        backlog.tidy();
        try (var _ = StandingStill.of(List.of(first(), second()))) {
            backlog.addPassed(count);
            return new JobQueue(backlog).pass(count);
        }
    }

    double passByStatementBehindAReport(int count) throws Exception {
        try (var _ = StandingStill.of(List.of(first(), second()))) {
            backlog.addPassed(count);
            try (var _ = backlog.report()) {
                return backlog.passByStatement();
            }
        }
    }

    Course passBehindAReport(int count) throws Exception {
        try (var _ = StandingStill.of(List.of(second()))) {
            var still = StandingStill.of(List.of(first()));
            backlog.addPassed(count);
            try (var _ = backlog.report()) {
                still.close();
                var begin = System.nanoTime();
                var firstQuarter = Rate.watching(begin, count / 4, backlog::told);
                Rate.watching(begin, 3L * count / 4, backlog::told);
                var late = System.nanoTime();
                var early = backlog.told();
                var lastQuarter = Rate.watching(late, count - early, () -> backlog.told() - early);
                return new Course(Rate.perSecond(backlog.told(), System.nanoTime() - begin), firstQuarter, lastQuarter);
            }
        }
    }

    /** Each time that an equal share more is done it is killed, and started again by who keeps the product running. */
    void passKilled(int count, int kills) throws Exception {
        try (var _ = StandingStill.of(List.of(second()))) {
            backlog.addPassed(count);
            for (var kill = 1; kill <= kills; kill++) {
                awaitTold((long) count * kill / (kills + 1));
                first().destroyForcibly();
            }
            awaitTold(count);
        }
    }

    private void awaitTold(long count) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (backlog.told() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%,d deadlines of %,d were told".formatted(backlog.told(), count));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
