package org.moutracker.agreements.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.moutracker.platform.problem.Violation;

/** The first row of a flat file, which says what its columns are. */
record Header(List<Column> columns, ObjectMapper json) {

    // More would be repeated than a message can show.
    private static final int SHOWN = 40;

    static Header of(int line, List<String> names, ObjectMapper json) {
        if (names.size() == 1
                && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
            throw new FileRefused(line, "has semicolons or tabs between the columns: save the file with commas");
        }
        var columns = new ArrayList<Column>();
        var seen = new HashSet<String>();
        for (var name : names) {
            var column = Column.named(name.strip())
                    .orElseThrow(() -> new FileRefused(
                            line,
                            "has a column '%s', which is none: see docs/import.md for those there are"
                                    .formatted(shown(name.strip()))));
            if (!seen.add(column.name())) {
                throw new FileRefused(line, "has the column %s twice".formatted(column.name()));
            }
            columns.add(column);
        }
        for (var needed : List.of("reference", "type")) {
            if (!seen.contains(needed)) {
                throw new FileRefused(line, "has no column %s".formatted(needed));
            }
        }
        return new Header(List.copyOf(columns), json);
    }

    private static String shown(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }

    /** The registration that a row describes; an empty cell says nothing. */
    Row row(int line, List<String> cells) {
        if (cells.size() > columns.size()) {
            return new Row.Broken(
                    line, "", "has %d cells, but the header has %d".formatted(cells.size(), columns.size()));
        }
        var form = json.createObjectNode();
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                put(form, columns.get(i), cell, violations);
            }
        }
        return violations.isEmpty() ? new Row.Read(line, form) : new Row.Broken(line, List.copyOf(violations));
    }

    private void put(ObjectNode form, Column column, String cell, List<Violation> violations) {
        JsonNode at = form;
        var path = column.path();
        for (var i = 0; i < path.size() - 1; i++) {
            at = step(at, path.get(i), path.get(i + 1) instanceof Integer);
        }
        try {
            ((ObjectNode) at).set((String) path.getLast(), value(column.kind(), cell));
        } catch (JsonProcessingException e) {
            violations.add(new Violation(column.name(), "is not JSON"));
        }
    }

    /** What is below, made where it is not there yet; what is left out of a list shows as an empty element. */
    private JsonNode step(JsonNode at, Object step, boolean toList) {
        return switch (step) {
            case Integer index -> {
                var list = (ArrayNode) at;
                while (list.size() <= index) {
                    list.addObject();
                }
                yield list.get(index);
            }
            default -> {
                var object = (ObjectNode) at;
                var name = (String) step;
                if (!object.has(name)) {
                    object.set(name, toList ? json.createArrayNode() : json.createObjectNode());
                }
                yield object.get(name);
            }
        };
    }

    private JsonNode value(Column.Kind kind, String cell) throws JsonProcessingException {
        return switch (kind) {
            case TEXT -> TextNode.valueOf(cell);
            case NUMBER -> cell.matches("-?\\d{1,18}([.]\\d{1,9})?") ? json.readTree(cell) : TextNode.valueOf(cell);
            case LIST -> {
                var list = json.createArrayNode();
                Arrays.stream(cell.split("[|]", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .forEach(list::add);
                yield list;
            }
            case DIRECTION -> {
                var ends = cell.split(">", -1);
                yield ends.length == 2
                        ? json.createObjectNode().put("from", ends[0].strip()).put("to", ends[1].strip())
                        : TextNode.valueOf(cell);
            }
            case JSON -> json.readTree(cell);
        };
    }
}
