package org.moutracker.workinggroups.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A content line of an iCalendar file (RFC 5545, 3.1), unfolded.
 *
 * @param number the line on which it begins, from 1
 * @param name in capitals, without its parameters
 */
record IcsLine(int number, String name, String value) {

    static List<IcsLine> parse(String text) {
        var lines = new ArrayList<IcsLine>();
        var folded = text.split("\r?\n", -1);
        var unfolded = new StringBuilder();
        var begun = 1;
        for (var i = 0; i < folded.length; i++) {
            var isMore = !folded[i].isEmpty() && (folded[i].charAt(0) == ' ' || folded[i].charAt(0) == '\t');
            if (isMore) {
                unfolded.append(folded[i], 1, folded[i].length());
                continue;
            }
            add(lines, begun, unfolded.toString());
            unfolded.setLength(0);
            unfolded.append(folded[i]);
            begun = i + 1;
        }
        add(lines, begun, unfolded.toString());
        return lines;
    }

    private static void add(List<IcsLine> lines, int number, String line) {
        if (line.isBlank()) {
            return;
        }
        var colon = colon(line);
        var named = colon < 0 ? line : line.substring(0, colon);
        var name = named.split(";", 2)[0].strip().toUpperCase(Locale.ROOT);
        lines.add(new IcsLine(
                number, name, colon < 0 ? "" : line.substring(colon + 1).strip()));
    }

    /** The colon before the value: one in quotes belongs to a parameter. */
    private static int colon(String line) {
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** The value as a text, without its escapes. */
    String text() {
        var text = new StringBuilder();
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i) == 'n' || value.charAt(i) == 'N' ? ' ' : value.charAt(i);
            }
            text.append(c);
        }
        return text.toString().strip();
    }
}
