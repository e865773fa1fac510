package org.moutracker.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ./mou bench} was asked for; without a name, to list what there is. */
record Arguments(Optional<String> name, Optional<Path> json) {

    static Arguments parse(List<String> words) {
        var names = new ArrayList<String>();
        Optional<Path> json = Optional.empty();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--json")) {
                if (!word.hasNext()) {
                    throw new IllegalArgumentException("--json needs a file");
                }
                json = Optional.of(Path.of(word.next()));
            } else if (next.startsWith("-")) {
                throw new IllegalArgumentException("There is no option " + next + ": see ./mou bench --help");
            } else {
                names.add(next);
            }
        }
        if (names.size() > 1) {
            throw new IllegalArgumentException("Name one benchmark, or all");
        }
        return new Arguments(names.stream().findFirst(), json);
    }
}
