package org.moutracker.benchmarks;

import java.util.List;
import java.util.Locale;

/** Tells on the standard error what is going on; the results alone go to the standard output. */
final class Progress {
    private static final long BEGIN = System.nanoTime();

    private Progress() {}

    static void say(String sentence) {
        var seconds = (System.nanoTime() - BEGIN) / 1e9;
        System.err.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, sentence);
    }

    /** Tells what was found, which a run that fails later would take with it. */
    static List<Row> say(List<Row> rows) {
        for (var row : rows) {
            say("%s: %.1f %s, limit %.1f".formatted(row.name(), row.ours(), row.unit(), row.limit()));
        }
        return rows;
    }
}
