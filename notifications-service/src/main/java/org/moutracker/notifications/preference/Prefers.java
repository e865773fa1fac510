package org.moutracker.notifications.preference;

import java.util.Map;
import java.util.UUID;

/** What some people prefer, those included who have said nothing. */
public record Prefers(Map<UUID, Preference> known) {

    public Prefers {
        known = Map.copyOf(known);
    }

    public Preference of(UUID recipient) {
        var preference = known.get(recipient);
        return preference == null ? Preference.usual(recipient) : preference;
    }
}
