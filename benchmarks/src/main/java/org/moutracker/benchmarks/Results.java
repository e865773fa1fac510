package org.moutracker.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, for people as a table and for programs as JSON. */
record Results(List<Row> rows) {

    Results {
        rows = List.copyOf(rows);
    }

    String table() {
        var name = Math.max(
                4, rows.stream().mapToInt(row -> row.name().length()).max().orElse(0));
        var unit = Math.max(
                4, rows.stream().mapToInt(row -> row.unit().length()).max().orElse(0));
        var line = "%%-%ds  %%-%ds  %%9s  %%9s  %%5s  %%s%%n".formatted(name, unit);
        var table = new StringBuilder(line.formatted("name", "unit", "ours", "limit", "ratio", "others"));
        for (var row : rows) {
            table.append(line.formatted(
                    row.name(),
                    row.unit(),
                    number(row.ours()),
                    number(row.limit()),
                    String.format(Locale.ROOT, "%.2f", row.ratio()),
                    peers(row.peers())));
        }
        return table.toString();
    }

    void write(Path file) throws IOException {
        Files.writeString(file, json());
    }

    String json() throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n";
    }

    private static String peers(Map<String, Double> peers) {
        return peers.entrySet().stream()
                .map(peer -> peer.getKey() + " " + number(peer.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
