package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** What is read of a group. */
record GroupRow(
        UUID id,
        String name,
        String type,
        String status,
        @Nullable LocalDate establishedOn,
        List<GroupParty> parties,
        List<MemberRow> members,
        List<MissingRow> missing) {

    /** A seat as the group keeps it. */
    record MemberRow(UUID personId, String party, String side, String role, String status) {

        boolean hasEnded() {
            return status.equals("ENDED");
        }
    }

    /** Somebody whom a side has yet to name. */
    record MissingRow(String side, String what) {}
}
