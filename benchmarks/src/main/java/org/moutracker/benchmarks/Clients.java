package org.moutracker.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed model: so many clients, each of whom asks again as soon as it is answered. */
record Clients(int number) {

    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int MOST_ROUNDS = 12;
    private static final double GAIN = 1.02;

    /** Opens what one client needs for all its requests. */
    @FunctionalInterface
    interface Opening {
        Client open() throws Exception;
    }

    /** What one client does, and what it closes in the end. */
    interface Client extends AutoCloseable {
        void ask() throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    /**
     * What they were answered.
     *
     * @param rate in a second
     * @param nanos how long each answer took, the shortest first
     */
    record Answers(double rate, List<Long> nanos) {

        double milliseconds(double share) {
            var index = Math.min(nanos.size() - 1, (int) (nanos.size() * share));
            return nanos.isEmpty() ? 0 : Math.round(nanos.get(index) / 10_000.0) / 100.0;
        }
    }

    /**
     * Asks until it does not get quicker any more: on two cores a JVM is minutes behind with compiling what a service of this
     * size runs through, and a service runs for months.
     */
    void warmUp(Opening opening) throws ExecutionException, InterruptedException {
        var best = 0.0;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var rate = ask(ROUND, opening).rate();
            if (rate < best * GAIN) {
                return;
            }
            best = Math.max(best, rate);
        }
    }

    Answers ask(Duration time, Opening opening) throws ExecutionException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(number)) {
            var begin = System.nanoTime();
            var clients = new ArrayList<Future<List<Long>>>();
            for (var i = 0; i < number; i++) {
                Callable<List<Long>> client = () -> askOn(begin + time.toNanos(), opening);
                clients.add(threads.submit(client));
            }
            var all = new ArrayList<Long>();
            for (var client : clients) {
                all.addAll(client.get());
            }
            var taken = System.nanoTime() - begin;
            return new Answers(
                    Rate.perSecond(all.size(), taken), all.stream().sorted().toList());
        }
    }

    private static List<Long> askOn(long end, Opening opening) throws Exception {
        var nanos = new ArrayList<Long>();
        try (var client = opening.open()) {
            for (var now = System.nanoTime(); now < end; ) {
                client.ask();
                var answered = System.nanoTime();
                nanos.add(answered - now);
                now = answered;
            }
        }
        return nanos;
    }
}
