package org.moutracker.agreements.implementation;

import java.time.Instant;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.agreements.deadline.KnownDeadline;
import org.moutracker.agreements.deadline.Outcome;

/** What has become of deadlines. */
@Schema(description = "What has become of deadlines, as far as working-group-service has told.")
record DeadlineCounts(
        @Schema(required = true, examples = "1") int metInTime,
        @Schema(required = true, examples = "0") int metLate,

        @Schema(required = true, description = "Not due yet, waiting for their event, or paused", examples = "2")
        int open,

        @Schema(required = true, examples = "0") int overdue,

        @Schema(required = true, description = "Waived, cancelled or lapsed", examples = "0")
        int dropped) {

    static DeadlineCounts of(Collection<KnownDeadline> deadlines, Instant then) {
        return new DeadlineCounts(
                count(deadlines, then, Outcome.MET_IN_TIME),
                count(deadlines, then, Outcome.MET_LATE),
                count(deadlines, then, Outcome.OPEN),
                count(deadlines, then, Outcome.OVERDUE),
                count(deadlines, then, Outcome.DROPPED));
    }

    private static int count(Collection<KnownDeadline> deadlines, Instant then, Outcome outcome) {
        return (int) deadlines.stream().filter(one -> one.at(then) == outcome).count();
    }
}
