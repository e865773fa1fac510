package org.moutracker.workinggroups.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/**
 * When and where people meet; without times while the day is not known yet.
 *
 * @param startsOn the day on which it starts, in its zone
 */
@Embeddable
@CheckReturnValue
record Appointment(
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable LocalDate startsOn,
        String zone,
        @Nullable String place,
        @Nullable String online) {

    static Appointment at(Times times, @Nullable String place, @Nullable String online) {
        return new Appointment(times.startsAt(), times.endsAt(), times.day(), times.zone(), place, online);
    }

    /** On another day, at the same place. */
    Appointment at(Times times) {
        return at(times, place, online);
    }

    /** On a day that is not known yet. */
    Appointment withoutDay() {
        return new Appointment(null, null, null, zone, place, online);
    }

    Times times() {
        if (startsAt == null || endsAt == null) {
            throw new RuleViolated("the meeting is postponed to a day that is not known yet");
        }
        return new Times(startsAt, endsAt, zone);
    }

    void requireWhere() {
        if (place == null && online == null) {
            throw new RuleViolated(
                    "the meeting has neither a place nor an online address: say where before it is convened");
        }
    }

    boolean isMovedBy(Times next) {
        return !next.startsAt().equals(startsAt) || !next.endsAt().equals(endsAt);
    }

    boolean isChangedBy(Times next, @Nullable String where, @Nullable String address) {
        return isMovedBy(next)
                || !next.zone().equals(zone)
                || !Objects.equals(where, place)
                || !Objects.equals(address, online);
    }

    /** The day of an instant, where people meet. */
    LocalDate day(Instant instant) {
        return instant.atZone(ZoneId.of(zone)).toLocalDate();
    }
}
