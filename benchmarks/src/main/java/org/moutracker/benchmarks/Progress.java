package org.moutracker.benchmarks;

import java.util.Locale;

/** Tells on the standard error what is going on; the results alone go to the standard output. */
final class Progress {
    private static final long BEGIN = System.nanoTime();

    private Progress() {}

    static void say(String sentence) {
        var seconds = (System.nanoTime() - BEGIN) / 1e9;
        System.err.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, sentence);
    }
}
