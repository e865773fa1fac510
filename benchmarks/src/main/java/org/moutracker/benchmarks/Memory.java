package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How much memory a process takes that runs on a JVM. */
record Memory(long pid) {

    /** What a replica is given. */
    static final double LIMIT_MIB = 512;

    private static final double KIB = 1024;
    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");

    /** The most that it ever had, as Linux counts it; 0 where nobody counts. */
    double peakMib() throws IOException {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / KIB;
    }

    /** What is in use on its heap, after everything was collected that is not. */
    double heapMib() throws IOException, InterruptedException {
        var unused = ask("GC.run");
        return GENERATION
                        .matcher(ask("GC.heap_info"))
                        .results()
                        .mapToLong(generation -> Long.parseLong(generation.group(1)))
                        .sum()
                / KIB;
    }

    private String ask(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd %s: %s".formatted(command, answer));
        }
        return answer;
    }
}
