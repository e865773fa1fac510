package org.moutracker.notifications.workinggroup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A working group as its owner tells it, as far as alerts need it. */
record WorkingGroup(UUID id, String name, List<UUID> agreements, List<Membership> members, List<Missing> missing) {

    WorkingGroup {
        agreements = agreements == null ? List.of() : List.copyOf(agreements);
        members = members == null ? List.of() : List.copyOf(members);
        missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** NOMINATED ─▶ ACTIVE ─▶ ENDED. */
    enum MembershipStatus {
        NOMINATED,
        ACTIVE,
        ENDED
    }

    /**
     * Somebody's place in the group.
     *
     * @param since when he was nominated; without it, the event that first named him tells
     */
    record Membership(
            UUID id,
            UUID personId,
            String party,
            @Nullable String side,
            Role role,
            MembershipStatus status,
            @Nullable Instant since) {

        boolean isOver() {
            return status == MembershipStatus.ENDED;
        }
    }
}
