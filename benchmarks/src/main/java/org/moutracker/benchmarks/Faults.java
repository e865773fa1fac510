package org.moutracker.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The process behind {@code ./mou faults}. */
final class Faults {
    private Faults() {}

    public static void main(String[] words) throws Exception {
        try {
            var tally = FaultsOfAlerts.run(
                    Path.of(System.getProperty("mou.root", "")).toAbsolutePath(), seed(List.of(words)));
            System.out.printf("%n%s", tally.table());
            if (tally.kills() < FaultsOfAlerts.KILLS) {
                System.err.printf("mou: the machine is too slow for %d kills in time%n", FaultsOfAlerts.KILLS);
                System.exit(1);
            }
            if (!tally.isClean()) {
                System.exit(1);
            }
        } catch (IllegalArgumentException | IOException | IllegalStateException e) {
            System.err.println("mou: " + e.getMessage());
            System.exit(1);
        }
    }

    private static long seed(List<String> words) {
        if (words.equals(List.of("alerts"))) {
            return System.nanoTime() % 1_000_000;
        }
        if (words.size() == 3
                && words.getFirst().equals("alerts")
                && words.get(1).equals("--seed")
                && words.getLast().matches("\\d{1,9}")) {
            return Long.parseLong(words.getLast());
        }
        throw new IllegalArgumentException("Usage: ./mou faults alerts [--seed NUMBER]");
    }
}
