package org.moutracker.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of {@code access.md}: people read the same table that the service answers by. */
public final class AccessTable {

    private static final String FILE = "/access.md";
    private static final int OPEN_CELLS = 3;

    private final Map<String, Rule> rules;

    private AccessTable(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** The table of the service that this is, empty where there is none. */
    public static AccessTable read() {
        try (var file = AccessTable.class.getResourceAsStream(FILE)) {
            return of(file == null ? "" : new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a table in which a line stands twice, or says what no cell can say. */
    static AccessTable of(String markdown) {
        var rules = new LinkedHashMap<String, Rule>();
        List<Role> columns = List.of();
        for (var line : markdown.lines().filter(line -> line.startsWith("|")).toList()) {
            var cells = cells(line);
            if (cells.getFirst().equals("method")) {
                columns = cells.stream()
                        .skip(2)
                        .flatMap(cell -> Role.named(cell).stream())
                        .toList();
            } else if (!cells.getFirst().startsWith("-")) {
                var rule = rule(cells, columns);
                if (rules.put(key(rule.method(), rule.path()), rule) != null) {
                    throw new IllegalArgumentException("Twice in the table of access: " + line);
                }
            }
        }
        return new AccessTable(rules);
    }

    private static Rule rule(List<String> cells, List<Role> columns) {
        if (cells.size() == OPEN_CELLS && columns.isEmpty()) {
            return new Rule(cells.get(0), cells.get(1), Map.of(), true);
        }
        if (cells.size() != columns.size() + 2) {
            throw new IllegalArgumentException("Not as many cells as there are roles: " + cells);
        }
        var reach = new EnumMap<Role, Reach>(Role.class);
        for (var i = 0; i < columns.size(); i++) {
            reach.put(columns.get(i), Reach.named(cells.get(i + 2)));
        }
        return new Rule(cells.get(0), cells.get(1), reach, false);
    }

    private static List<String> cells(String line) {
        var inner = line.strip();
        return Stream.of(inner.substring(1, inner.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    public Optional<Rule> of(String method, String path) {
        return Optional.ofNullable(rules.get(key(method, path)));
    }

    /** In the order of the table. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }
}
