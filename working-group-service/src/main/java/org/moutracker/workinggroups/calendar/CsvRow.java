package org.moutracker.workinggroups.calendar;

import java.util.ArrayList;
import java.util.List;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * A record of a CSV file.
 *
 * @param line the line on which it begins, from 1; a field in quotes may have several
 */
record CsvRow(int line, List<String> fields) {

    /** All records but the empty ones. */
    static List<CsvRow> parse(String text) {
        var rows = new ArrayList<CsvRow>();
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        var line = 1;
        var begun = 1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                end(rows, begun, fields, field);
                begun = line;
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            throw new InvalidRequest("line " + begun, "has a quotation mark that is not closed");
        }
        end(rows, begun, fields, field);
        return rows;
    }

    private static void end(List<CsvRow> rows, int line, List<String> fields, StringBuilder field) {
        fields.add(field.toString());
        field.setLength(0);
        if (fields.size() > 1 || !fields.getFirst().isBlank()) {
            rows.add(new CsvRow(line, List.copyOf(fields)));
        }
        fields.clear();
    }
}
