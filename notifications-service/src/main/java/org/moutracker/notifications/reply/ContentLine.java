package org.moutracker.notifications.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an iCalendar: {@code NAME;PARAMETER=value:value} (RFC 5545, 3.1). Reads what programs write, also where they
 * take liberties with case, ends of lines and folding.
 *
 * @param parameters by their name in capitals, without quotation marks
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    // A reply has some dozens; what has very many is something else.
    private static final int MOST = 10_000;

    /** The lines of a calendar; one that cannot be read is left out, since others than ours may be odd. */
    static List<ContentLine> read(String calendar) {
        var unfolded = calendar.replaceAll("(\r\n|\n|\r)[ \t]", "");
        return unfolded.lines()
                .limit(MOST)
                .map(ContentLine::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ContentLine> parse(String line) {
        var pieces = split(line);
        var value = pieces.removeLast();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        var name = pieces.removeFirst().strip().toUpperCase(Locale.ROOT);
        var parameters = new HashMap<String, String>();
        for (var piece : pieces) {
            var equals = piece.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        piece.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        piece.substring(equals + 1).replace("\"", "").strip());
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new ContentLine(name, parameters, value.strip()));
    }

    /** Name, parameters and value; the value alone where there is no colon outside of quotation marks. */
    private static List<String> split(String line) {
        var pieces = new ArrayList<String>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '"' -> quoted = !quoted;
                case ';', ':' -> {
                    if (!quoted) {
                        pieces.add(line.substring(start, i));
                        start = i + 1;
                        if (line.charAt(i) == ':') {
                            pieces.add(line.substring(start));
                            return pieces;
                        }
                    }
                }
                default -> {}
            }
        }
        return new ArrayList<>(List.of(line));
    }

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
