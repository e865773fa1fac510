package org.moutracker.workinggroups.deadline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Chain;

/** Why deadlines are to be recomputed, and on whose account. */
record RecomputationTask(long id, Reason reason, String who, Chain chain) {

    /** What is another since they were computed. */
    sealed interface Reason {

        /** A revision of a calendar. */
        record Calendar(String authority, int revision) implements Reason {}

        /** The time-zone data. */
        record TimeZones(String tzdb) implements Reason {}

        static Reason of(@Nullable String authority, int revision, @Nullable String tzdb) {
            if (authority != null) {
                return new Calendar(authority, revision);
            }
            return new TimeZones(java.util.Objects.requireNonNull(tzdb));
        }
    }

    static Chain follows(UUID published) {
        return new Chain(published, published);
    }
}
