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
 */
public record Terms(
        Map<String, String> sides,
        List<String> areas,
        @Nullable EntryIntoForce entryIntoForce,
        @Nullable Term term) {

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
