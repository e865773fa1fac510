package org.moutracker.workinggroups.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Days as a file lists them: what could be read, and what is wrong with the other lines. */
final class DayFile {

    /** A day and the line on which it stands. */
    record Line(int number, Day day) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Violation> refused = new ArrayList<>();

    static String text(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("", "must be UTF-8");
        }
    }

    void take(int line, DayKind kind, LocalDate date, String name, boolean estimated) {
        if (!CheckCalendar.isPossible(date)) {
            refuse(line, "%s must lie in the years 1900 to 2200".formatted(date));
        } else if (name.isEmpty() && kind == DayKind.CLOSED) {
            refuse(line, "%s must have a name".formatted(date));
        } else if (name.length() > Day.LONGEST_NAME) {
            refuse(line, "the name of %s must not be longer than %d characters".formatted(date, Day.LONGEST_NAME));
        } else {
            lines.add(new Line(line, kind.day(date, name, estimated)));
        }
    }

    void refuse(int line, String why) {
        refused.add(new Violation("line " + line, why));
    }

    List<Line> lines() {
        return lines;
    }

    List<Violation> refused() {
        return refused;
    }
}
