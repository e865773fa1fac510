package org.moutracker.workinggroups.deadline;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/**
 * What has become of a deadline so far.
 *
 * @param closedBy who or what has closed it; null while it is open
 * @param passed whether its present instant has come
 * @param oncePassed what becomes of it when its instant has come
 */
@Embeddable
@CheckReturnValue
record Course(
        @Enumerated(EnumType.STRING) DeadlineStatus status,

        @Enumerated(EnumType.STRING) @Nullable Closing closedBy,

        @Nullable LocalDate metOn,
        boolean passed,
        @Enumerated(EnumType.STRING) DeadlineStatus oncePassed) {

    static Course begun(DeadlineStatus status, DeadlineStatus oncePassed) {
        return new Course(status, null, null, false, oncePassed);
    }

    boolean isOpen() {
        return status.isOpen();
    }

    /** Whether its time is over, and not because its source says so. */
    boolean isOver() {
        return (passed || !isOpen()) && closedBy != Closing.SOURCE;
    }

    /** As its schedule says by now. */
    Course standing(DeadlineStatus next) {
        return new Course(next, closedBy, metOn, passed, oncePassed);
    }

    /** With another instant, which is to come. */
    Course rescheduled() {
        return new Course(status, closedBy, metOn, false, oncePassed);
    }

    Course met(LocalDate on) {
        return closed(DeadlineStatus.MET, "met", Closing.PERSON, on);
    }

    Course waived() {
        return closed(DeadlineStatus.WAIVED, "waived", Closing.PERSON, metOn);
    }

    Course cancelled() {
        return closed(DeadlineStatus.CANCELLED, "cancelled", Closing.PERSON, metOn);
    }

    /** As its source says. */
    Course closed(DeadlineStatus as, LocalDate met) {
        return closed(as, "closed", Closing.SOURCE, as == DeadlineStatus.MET ? met : metOn);
    }

    /** Its instant has come, after a last day that may be the one on which it was met. */
    Course passed(@Nullable LocalDate lastDay) {
        return status == oncePassed
                ? new Course(status, closedBy, metOn, true, oncePassed)
                : new Course(
                        become(oncePassed, "passed"),
                        Closing.TIME,
                        oncePassed == DeadlineStatus.MET ? lastDay : null,
                        true,
                        oncePassed);
    }

    Course reopened(DeadlineStatus as) {
        return new Course(become(as, "reopened"), null, null, passed, oncePassed);
    }

    void requireReopens() {
        if (isOpen()) {
            throw new RuleViolated("a deadline that is %s is open already".formatted(status));
        }
        if (!status.canBeReopened()) {
            throw new RuleViolated("a deadline that is %s cannot be reopened".formatted(status));
        }
    }

    void requireExtends() {
        if (!isOpen()) {
            throw new RuleViolated("a deadline that is %s cannot be extended: reopen it first".formatted(status));
        }
    }

    private Course closed(DeadlineStatus as, String word, Closing by, @Nullable LocalDate met) {
        return new Course(become(as, word), by, met, passed, oncePassed);
    }

    private DeadlineStatus become(DeadlineStatus next, String word) {
        if (!status.canBecome(next)) {
            throw new RuleViolated("a deadline that is %s cannot be %s".formatted(status, word));
        }
        return next;
    }
}
