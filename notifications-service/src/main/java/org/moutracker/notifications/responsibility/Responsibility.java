package org.moutracker.notifications.responsibility;

import java.util.List;
import java.util.UUID;

/** Who answers for an agreement, as its owner tells it: those whose time is not over. */
record Responsibility(UUID id, List<Officer> officers) {

    Responsibility {
        officers = officers == null ? List.of() : List.copyOf(officers);
    }
}
