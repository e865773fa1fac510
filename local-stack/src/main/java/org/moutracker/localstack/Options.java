package org.moutracker.localstack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: positions, {@code --name value} or {@code --name=value}, and bare {@code --flags}. */
record Options(List<String> words, Map<String, String> values, Set<String> flags) {

    static Options parse(List<String> arguments, Set<String> withValue, Set<String> bare) {
        var options = new Options(new ArrayList<>(), new HashMap<>(), new HashSet<>());
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            var name = word.split("=", 2)[0];
            if (!word.startsWith("--")) {
                options.words.add(word);
            } else if (bare.contains(word)) {
                options.flags.add(word);
            } else if (!withValue.contains(name)) {
                throw new IllegalArgumentException("There is no option %s: see --help".formatted(name));
            } else if (word.contains("=")) {
                options.values.put(name, word.substring(name.length() + 1));
            } else if (rest.hasNext()) {
                options.values.put(name, rest.next());
            } else {
                throw new IllegalArgumentException("%s needs a value: see --help".formatted(name));
            }
        }
        return options;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    void refuseMoreWordsThan(int count) {
        if (words.size() > count) {
            throw new IllegalArgumentException("\"%s\" is not understood: see --help".formatted(words.get(count)));
        }
    }
}
