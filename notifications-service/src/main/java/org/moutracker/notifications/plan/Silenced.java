package org.moutracker.notifications.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;

/**
 * Who must not be told anything, and since when: whole sides, or some of the parties on one.
 *
 * @param sides by their name
 * @param parties by their code
 */
public record Silenced(Map<String, Instant> sides, Map<String, Instant> parties) {

    static final Silenced NOBODY = new Silenced(Map.of(), Map.of());

    public Silenced {
        sides = Map.copyOf(sides);
        parties = Map.copyOf(parties);
    }

    /** Whether a party on a side must not be told. */
    public boolean contains(String party, String side) {
        return sides.containsKey(side) || parties.containsKey(party);
    }

    /** Since when a side as a whole must not be told: it is marked itself, or each of its parties is. */
    Optional<Instant> since(String side, @Nullable Agreement agreement) {
        if (sides.containsKey(side) || agreement == null) {
            return Optional.ofNullable(sides.get(side));
        }
        var all = agreement.on(side);
        return all.stream().allMatch(party -> parties.containsKey(party.code()))
                ? all.stream()
                        .map(party -> parties.get(party.code()))
                        .flatMap(java.util.stream.Stream::ofNullable)
                        .max(Instant::compareTo)
                : Optional.empty();
    }
}
