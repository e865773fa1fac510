package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a page shows somebody of every group in which they sit, the one that is due first at the top. */
record MemberPage(UUID person, String name, String language, List<OwnSeat> seats) {

    /**
     * A seat in a group.
     *
     * @param mine the open deadlines that this person, or this person's party, has to see to
     */
    record OwnSeat(GroupPage group, String party, String role, String status, List<Due> mine) {

        Instant first() {
            var next = group.next();
            return next == null || next.due().dueAt() == null
                    ? Instant.MAX
                    : next.due().dueAt();
        }
    }
}
