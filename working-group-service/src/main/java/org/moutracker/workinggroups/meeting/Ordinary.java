package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of an ordinary meeting that stands, to see whether the group keeps its rule. */
record Ordinary(
        UUID id,
        Integer number,
        String title,
        MeetingStatus status,
        @Nullable LocalDate heldOn,
        String host,
        Instant startsOrder) {}
