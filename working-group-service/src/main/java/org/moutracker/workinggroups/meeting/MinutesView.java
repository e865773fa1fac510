package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Minutes as callers see them. */
@Schema(name = "Minutes", description = "One round of minutes, and what each side says to it.")
record MinutesView(
        @Schema(required = true, description = "1 is the first; each dispute makes another.", examples = "1")
        int round,

        @Schema(required = true) Paper document,
        @Schema(required = true) Instant circulatedAt,

        @Schema(
                required = true,
                description = "When silence is agreement; null where each side must speak.",
                nullable = true)
        @Nullable
        Instant agreeBy,

        @Schema(required = true) List<Said> positions,

        @Schema(
                required = true,
                description = "For whom the meeting waits, and why it does not end by itself.",
                examples = "[\"nobody of PS was shown to be told, so that its silence says nothing\"]")
        List<String> waitingFor) {

    /** What one side says. */
    @Schema(name = "SidePosition", description = "What one side says to minutes.")
    record Said(
            @Schema(required = true, examples = "PK") String side,
            @Schema(required = true) Position position,

            @Schema(required = true, nullable = true) @Nullable
            Instant at,

            @Schema(required = true, description = "Whether it agreed by saying nothing.")
            boolean bySilence,

            @Schema(required = true, nullable = true) @Nullable
            String note,

            @Schema(
                    required = true,
                    description = "When the first of its people was shown to be told of this round.",
                    nullable = true)
            @Nullable
            Instant toldAt) {

        static Said of(SidePosition one) {
            return new Said(one.side(), one.position(), one.at(), one.bySilence(), one.note(), one.toldAt());
        }
    }

    static MinutesView of(Minutes minutes, MeetingStatus status, Instant now) {
        return new MinutesView(
                minutes.round(),
                minutes.document(),
                minutes.circulatedAt(),
                minutes.agreeBy(),
                minutes.positions().stream().map(Said::of).toList(),
                status == MeetingStatus.MINUTES_CIRCULATED ? minutes.waitingFor(now) : List.of());
    }
}
