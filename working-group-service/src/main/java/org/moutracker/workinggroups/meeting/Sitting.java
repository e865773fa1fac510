package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * That people have met, and who was there.
 *
 * @param attendance empty until somebody says who is there
 * @param heldOn the day on which people met, in the meeting's zone
 * @param quorum who was there of each side; counted when it is held
 */
@Embeddable
@CheckReturnValue
record Sitting(
        @JdbcTypeCode(SqlTypes.JSON) List<Attendee> attendance,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate heldOn,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Presence quorum) {

    static final Sitting TO_COME = new Sitting(List.of(), null, null, null, null);

    static Sitting held(Instant from, Instant until, LocalDate on, List<Attendee> present, Presence counted) {
        return new Sitting(List.copyOf(present), from, until, on, counted);
    }

    /** Refuses times that nobody can have met at. */
    static void requirePast(Instant from, Instant until, Instant now) {
        if (from.isAfter(now)) {
            throw new InvalidRequest("startedAt", "must not be in the future");
        }
        if (until.isAfter(now)) {
            throw new InvalidRequest("endedAt", "must not be in the future");
        }
        if (!until.isAfter(from)) {
            throw new InvalidRequest("endedAt", "must be after startedAt");
        }
    }

    /** With others who are there; they are counted once people have met. */
    Sitting attendedBy(List<Attendee> present, Presence counted) {
        return new Sitting(List.copyOf(present), startedAt, endedAt, heldOn, heldOn == null ? null : counted);
    }

    boolean isQuorate() {
        return quorum != null && quorum.isQuorum();
    }
}
