package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.moutracker.localstack.process.Ending;

/** The record of what runs, by which a next run finds and ends exactly what a killed one left behind. */
record Orphans(Path file) {
    /** A process number is soon given to somebody else; the moment of its start tells them apart. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private static final Duration GRACE = Duration.ofSeconds(20);

    void record(Map<String, ProcessHandle> running) throws IOException {
        var text = new StringBuilder();
        running.forEach((name, process) -> process.info()
                .startInstant()
                .ifPresent(start -> text.append("%s=%d %s\n".formatted(name, process.pid(), start))));
        PrivateFiles.write(file, text.toString());
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The names of those that were still running; what leans on others ends before them. */
    List<String> end() throws IOException {
        var left = find();
        var services = new ArrayList<>(left.keySet());
        services.removeAll(List.of("kafka", "mail", "postgres"));
        end(left, services);
        end(left, List.of("kafka", "mail"));
        end(left, List.of("postgres"));
        forget();
        return List.copyOf(left.keySet());
    }

    private static void end(Map<String, ProcessHandle> left, List<String> names) {
        left.entrySet().parallelStream()
                .filter(orphan -> names.contains(orphan.getKey()))
                .map(orphan -> new Ending(orphan.getValue(), orphan.getKey().equals("postgres") ? "INT" : "TERM"))
                .forEach(ending -> ending.within(GRACE));
    }

    private Map<String, ProcessHandle> find() throws IOException {
        var found = new LinkedHashMap<String, ProcessHandle>();
        if (Files.notExists(file)) {
            return found;
        }
        var recorded = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            recorded.load(reader);
        }
        for (var name : recorded.stringPropertyNames().stream().sorted().toList()) {
            var words = recorded.getProperty(name).split(" ", 2);
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> startedAt(process, Instant.parse(words[1])))
                    .ifPresent(process -> found.put(name, process));
        }
        return found;
    }

    private static boolean startedAt(ProcessHandle process, Instant recorded) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, recorded).abs().compareTo(SAME_START) < 0)
                .isPresent();
    }
}
