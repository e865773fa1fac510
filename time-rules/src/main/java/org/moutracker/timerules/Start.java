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
    record Gap(String name, @Nullable PartialDate partly, String because) {

        static Gap of(String name, @Nullable PartialDate partly) {
            return new Gap(
                    name,
                    partly,
                    partly == null ? "nothing is recorded yet" : "known only in part, and a day is never guessed");
        }

        static Gap hourOf(Anchor source, LocalDate day) {
            return new Gap(
                    "moments." + source.label(),
                    PartialDate.of(day),
                    "hours run from a moment, and only the day is recorded");
        }

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
            return new Explained(name, partly == null ? "unknown" : partly.toString(), because);
        }
    }
}
