package org.moutracker.workinggroups.meeting;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
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
        @ProjectedFieldName("sitting.heldOn") @Nullable LocalDate heldOn,
        String host,
        Instant startsOrder) {}
