package org.moutracker.agreements.implementation;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.deadline.KnownDeadline;

/** A deadline that has passed and was not met. */
@Schema(description = "A deadline that has passed and was not met; more of it under /api/v1/deadlines of its service.")
record OverdueDeadline(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "ESTABLISHMENT") String kind,

        @Schema(required = true, examples = "Establish the Pakistan–Palestine Health Working Group")
        String title,

        @Schema(required = true, nullable = true) @Nullable UUID commitmentId,

        @Schema(required = true, nullable = true, examples = "2025-10-17") @Nullable
        LocalDate lastDay) {

    static OverdueDeadline of(KnownDeadline deadline) {
        return new OverdueDeadline(
                deadline.id(), deadline.kind(), deadline.title(), deadline.commitmentId(), deadline.lastDay());
    }
}
