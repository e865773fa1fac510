package org.moutracker.notifications.workinggroup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who is in a group now. */
public record Member(
        UUID groupId, UUID personId, String party, String side, Role role, Instant since, List<Absence> absences) {

    public Member {
        absences = List.copyOf(absences);
    }
}
