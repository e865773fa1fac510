package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of a meeting to show it in a list. */
record MeetingRow(
        UUID id,
        UUID workingGroupId,
        @Nullable Integer number,
        MeetingKind kind,
        String title,
        MeetingStatus status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        @Nullable String place,
        @Nullable String online,
        String host,
        int sequence,
        @Nullable LocalDate heldOn,
        @Nullable Presence quorum,
        Instant startsOrder,
        long version) {}
