package org.moutracker.workinggroups.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the source of a deadline says of it. */
public sealed interface Standing {

    /** It is to be kept. */
    record Open() implements Standing {}

    /**
     * It is not to be kept any more.
     *
     * @param as MET, WAIVED, CANCELLED or LAPSED
     * @param on the day on which it was met, if it was and the source knows
     */
    record Closed(DeadlineStatus as, @Nullable LocalDate on, String because) implements Standing {
        public Closed {
            if (as.isOpen()) {
                throw new IllegalArgumentException(as + " is open");
            }
        }
    }

    static Standing open() {
        return new Open();
    }

    static Closed closed(DeadlineStatus as, String because) {
        return new Closed(as, null, because);
    }
}
