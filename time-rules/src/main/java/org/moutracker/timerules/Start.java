package org.moutracker.timerules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the recorded facts say about an anchor. */
sealed interface Start {

    /**
     * It is known.
     *
     * @param source the event, printed date or deadline that decided
     * @param overtakenBy what has not happened yet and could still come before it
     */
    record Known(Position position, Anchor source, List<String> overtakenBy) implements Start {}

    /** It is not, and these facts are what is missing. */
    record Unknown(List<Gap> gaps) implements Start {}

    /** A fact that is missing, or known only in part. */
    record Gap(String name, @Nullable PartialDate partly) {

        boolean isRecorded() {
            return partly != null;
        }

        /** Whatever the day turns out to be, it will not be after the given one. */
        boolean isNotAfter(LocalDate day) {
            return partly != null
                    && !partly.isQualified()
                    && partly.latest().filter(latest -> !latest.isAfter(day)).isPresent();
        }

        boolean isNotBefore(LocalDate day) {
            return partly != null
                    && !partly.isQualified()
                    && partly.earliest()
                            .filter(earliest -> !earliest.isBefore(day))
                            .isPresent();
        }

        Explained explained() {
            return partly == null
                    ? new Explained(name, "unknown", "nothing is recorded yet")
                    : new Explained(name, partly.toString(), "known only in part, and a day is never guessed");
        }
    }
}
