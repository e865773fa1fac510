package org.moutracker.agreements.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Days on which an officer is or was away. */
@Schema(name = "OfficerAbsence", description = "Days on which an officer is or was away.")
record AbsenceView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "a-khan") String subject,
        @Schema(required = true) LocalDate from,

        @Schema(required = true, description = "The last day; before the first when the officer was not away after all")
        LocalDate to,

        @Schema(required = true, nullable = true, description = "Who stands in") @Nullable
        String deputy,

        @Schema(
                required = true,
                nullable = true,
                description = "The last day as it was planned, of somebody who was back earlier")
        @Nullable
        LocalDate plannedUntil,

        @Schema(required = true) Instant recordedAt,
        @Schema(required = true) String recordedBy) {}
