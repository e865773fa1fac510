package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Chain;
import org.moutracker.platform.messaging.Received;

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
            return new TimeZones(Objects.requireNonNull(tzdb));
        }
    }

    static Chain follows(UUID published) {
        return new Chain(published, published);
    }

    /** What is told because of it is part of its chain. */
    Received<?> cause(Instant now) {
        var id = Objects.requireNonNullElse(chain.causation(), chain.correlation());
        return new Received<>(
                id,
                "mou.calendar.published.v1",
                String.valueOf(id),
                now,
                Optional.of(chain.correlation().toString()),
                Optional.empty(),
                null);
    }
}
