package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a meeting's history: who did what, when and why, and what the meeting was afterwards. */
@Schema(description = "A line of a meeting's history.")
record MeetingChange(
        @Schema(required = true, examples = "17") long id,

        @Schema(
                required = true,
                description = "The type of the event that was told.",
                examples = "mou.meeting.convened.v1")
        String event,

        @Schema(required = true) Instant at,

        @Schema(required = true, examples = "convened") String cause,

        @Schema(required = true, examples = "registrar") String who,

        @Schema(required = true) MeetingState state) {}
