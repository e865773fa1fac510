package org.moutracker.workinggroups.meeting;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** The times of a meeting that is moved: whatever is left out stays as it is. */
record NewTimesForm(
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String zone) {

    Times times(Meeting meeting) {
        var in = ZoneId.of(requireNonNullElse(zone, meeting.appointment.zone()));
        var start = startsAt == null ? meeting.appointment.startsAt() : WrittenTime.read("startsAt", startsAt, in);
        if (start == null) {
            throw new InvalidRequest("startsAt", "must be given, since the meeting has no day");
        }
        return new Times(start, end(start, in, meeting), in.getId());
    }

    private Instant end(Instant start, ZoneId in, Meeting meeting) {
        if (endsAt != null) {
            return WrittenTime.read("endsAt", endsAt, in);
        }
        if (meeting.appointment.startsAt() == null || meeting.appointment.endsAt() == null) {
            throw new InvalidRequest("endsAt", "must be given, since the meeting has no day");
        }
        return start.plus(Duration.between(meeting.appointment.startsAt(), meeting.appointment.endsAt()));
    }
}
