package org.moutracker.agreements.life;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about an agreement's own life.
 *
 * @param sides the side of every party, by the party's code, in the order of the parties
 * @param amendment number of the amendment that they come from, if they do
 * @param amended what took the place of its rule of entry into force and its term later, in the order of the days
 */
public record Terms(
        Map<String, String> sides,
        List<String> areas,
        @Nullable EntryIntoForce entryIntoForce,
        @Nullable Term term,
        @Nullable Integer amendment,
        List<Amended> amended) {

    /** Terms that were never amended. */
    public Terms(
            Map<String, String> sides,
            List<String> areas,
            @Nullable EntryIntoForce entryIntoForce,
            @Nullable Term term) {
        this(sides, areas, entryIntoForce, term, null, List.of());
    }

    /** As they are from an amendment on. */
    Terms with(Amended change) {
        return new Terms(sides, areas, change.entryIntoForce(), change.term(), change.amendment(), amended);
    }

    List<String> parties() {
        return List.copyOf(sides.keySet());
    }

    Set<String> allSides() {
        return new TreeSet<>(sides.values());
    }

    /** Everybody who stands on one of these sides. */
    List<String> partiesOf(Set<String> some) {
        return sides.entrySet().stream()
                .filter(party -> some.contains(party.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
