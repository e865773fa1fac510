package org.moutracker.notifications.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.contactpoint.ContactPoint;
import org.moutracker.notifications.responsibility.Officer;

/**
 * Who answers for a deadline where no group does, and hears beside one what is escalated.
 *
 * @param ownSide the side of those who keep the register, to whom the officers belong; null when none of the parties is
 *     theirs, or nobody has said who they are
 * @param contactPoints those of each party, by its code
 */
public record Standby(@Nullable String ownSide, List<Officer> officers, Map<String, List<ContactPoint>> contactPoints) {

    static final Standby NOBODY = new Standby(null, List.of(), Map.of());

    public Standby {
        officers = List.copyOf(officers);
        contactPoints = Map.copyOf(contactPoints);
    }

    Optional<String> own() {
        return Optional.ofNullable(ownSide);
    }

    List<ContactPoint> contactPointsOf(String party) {
        return contactPoints.getOrDefault(party, List.of());
    }
}
