package org.moutracker.workinggroups.workinggroup;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Which side leads a group, and has led it.
 *
 * @param rotations by day, the earliest first; each holds until the next
 * @param chair whose turn it is, as it was told; null while nobody's is
 */
@Embeddable
@CheckReturnValue
public record Presidency(
        @JdbcTypeCode(SqlTypes.JSON) List<Rotation> rotations,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Chair chair) {

    static final Presidency NONE = new Presidency(List.of(), null);

    /**
     * By what the terms say from now on. What they leave as it is goes on as it was counted; what they change counts from
     * its own day, whatever was to come then by the rule before.
     *
     * @param today the day on which it is known whose turn it is
     */
    Presidency following(Rotation next, LocalDate today) {
        var before = rotations.stream()
                .filter(one -> one.since().isBefore(next.since()))
                .toList();
        var isSame = rotations.isEmpty()
                ? next.period() == null
                : rotations.getLast().isLike(next);
        if (isSame) {
            return this;
        }
        var all = Stream.concat(before.stream(), Stream.of(next)).toList();
        // Where the day has not come everywhere yet, the first turn has begun all the same.
        return new Presidency(all, next.on(later(today, next.since())).orElse(null));
    }

    /** The last day of the present turn, after which the next side leads; empty where none follows. */
    Optional<LocalDate> lastDay() {
        return Optional.ofNullable(chair).map(Chair::until);
    }

    /** The next turn has come; also the first one where it was never told whose it was. */
    Presidency passed(LocalDate today) {
        var day = chair == null ? today : chair.until().plusDays(1);
        return new Presidency(rotations, on(day).orElse(null));
    }

    /** Whether the present turn is over on that day. */
    boolean isToPass(LocalDate today) {
        return chair == null ? on(today).isPresent() : today.isAfter(chair.until());
    }

    /** Nobody leads a group that has ended. */
    Presidency over() {
        return new Presidency(rotations, null);
    }

    private Optional<Chair> on(LocalDate day) {
        return rotations.stream()
                .filter(one -> !one.since().isAfter(day))
                .reduce((earlier, later) -> later)
                .flatMap(one -> one.on(day));
    }

    /** The side that leads it on a day, by what is agreed so far. */
    public Optional<String> sideOn(LocalDate day) {
        return on(day).map(Chair::side);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
