package org.moutracker.workinggroups.meeting;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
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

        @ProjectedFieldName("appointment.startsAt") @Nullable
        Instant startsAt,

        @ProjectedFieldName("appointment.endsAt") @Nullable Instant endsAt,
        @ProjectedFieldName("appointment.zone") String zone,
        @ProjectedFieldName("appointment.place") @Nullable String place,
        @ProjectedFieldName("appointment.online") @Nullable String online,
        String host,
        @ProjectedFieldName("invitations.sequence") int sequence,
        @ProjectedFieldName("sitting.heldOn") @Nullable LocalDate heldOn,
        @ProjectedFieldName("sitting.quorum") @Nullable Presence quorum,
        Instant startsOrder,
        long version) {}
