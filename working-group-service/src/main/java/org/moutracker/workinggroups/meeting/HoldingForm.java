package org.moutracker.workinggroups.meeting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Somebody says that people have met. */
@Schema(name = "Holding", description = "Says that people have met.")
record HoldingForm(
        @NotBlank
        @Size(max = 60)
        @Schema(
                required = true,
                description = "By the clocks of the meeting's zone, or an instant.",
                examples = "2025-11-10T10:05")
        String startedAt,

        @NotBlank @Size(max = 60) @Schema(required = true, examples = "2025-11-10T13:40")
        String endedAt,

        @Size(min = 1, max = 500)
        @Schema(
                description = "Like `present` of the attendance; may be left out when that is known already.",
                nullable = true,
                examples = "[\"01995778-6000-7000-8000-00000000b001\"]")
        @Nullable
        List<@NotNull UUID> attendance) {

    MeetingEvent hold(Meeting meeting, WorkingGroup group, Instant now) {
        var zone = ZoneId.of(meeting.appointment.zone());
        var start = WrittenTime.read("startedAt", startedAt, zone);
        var present = attendance == null
                ? meeting.sitting.attendance()
                : RollCall.of("attendance", attendance, meeting, group, meeting.appointment.day(start));
        if (present.isEmpty()) {
            throw new InvalidRequest("attendance", "must say who was there, since nobody has yet");
        }
        return meeting.hold(
                start, WrittenTime.read("endedAt", endedAt, zone), present, RollCall.count(present, group), now);
    }
}
