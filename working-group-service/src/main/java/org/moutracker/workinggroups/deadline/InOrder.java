package org.moutracker.workinggroups.deadline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorts so that everything comes after what it counts from. */
final class InOrder {

    private InOrder() {}

    /** Those in a circle, which must not be, come in any order, each once. */
    static <T> List<T> of(
            Collection<T> all, Function<T, String> name, Function<T, ? extends Collection<String>> needs) {
        var byName = new HashMap<String, List<T>>();
        all.forEach(one -> byName.computeIfAbsent(name.apply(one), key -> new ArrayList<>())
                .add(one));
        var sorted = new ArrayList<T>(all.size());
        var seen = new HashSet<String>();
        byName.keySet().forEach(key -> visit(key, byName, needs, seen, sorted));
        return sorted;
    }

    private static <T> void visit(
            String key,
            Map<String, List<T>> byName,
            Function<T, ? extends Collection<String>> needs,
            Set<String> seen,
            List<T> sorted) {
        @Nullable List<T> these = byName.get(key);
        if (these == null || !seen.add(key)) {
            return;
        }
        for (var one : these) {
            needs.apply(one).forEach(need -> visit(need, byName, needs, seen, sorted));
        }
        sorted.addAll(these);
    }
}
