package org.moutracker.agreements.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.agreements.life.Line;

/** An agreement's ledger, in the order of recording. */
record Ledger(List<LegalEvent> lines) {

    Ledger {
        lines = List.copyOf(lines);
    }

    Ledger with(List<LegalEvent> more) {
        return new Ledger(Stream.concat(lines.stream(), more.stream()).toList());
    }

    /** Every line that still stands, with what was corrected in it; of two corrections of a field the later counts. */
    private Map<UUID, Line> standing() {
        var standing = new LinkedHashMap<UUID, Optional<Line>>();
        var known = new LinkedHashMap<UUID, Line>();
        for (var event : lines) {
            if (event.corrects == null) {
                known.put(event.id, event.line());
                standing.put(event.id, Optional.of(event.line()));
            } else {
                var before = known.get(event.corrects);
                if (before != null) {
                    var after = event.correct(before);
                    standing.put(event.corrects, after);
                    after.ifPresent(line -> known.put(line.id(), line));
                }
            }
        }
        var lines = new LinkedHashMap<UUID, Line>();
        standing.forEach((id, line) -> line.ifPresent(stands -> lines.put(id, stands)));
        return lines;
    }

    /** A line as it stands, unless it never happened. */
    Optional<Line> standing(UUID id) {
        return Optional.ofNullable(standing().get(id));
    }

    /** What callers recorded and what still stands of it. */
    List<Line> recorded() {
        return standing().values().stream().filter(line -> !line.derived()).toList();
    }

    /** What the system derived and has not taken back. */
    List<LegalEvent> derived() {
        var standing = standing();
        return lines.stream()
                .filter(event -> event.derived && standing.containsKey(event.id))
                .toList();
    }
}
