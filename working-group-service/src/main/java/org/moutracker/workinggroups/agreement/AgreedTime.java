package org.moutracker.workinggroups.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;

/**
 * A time that an agreement itself has: its expiry, the last day to object to its renewal, …
 *
 * @param kind as deadlines name it; one that this version does not know is another version's business
 * @param occurrence which term of the agreement it belongs to; 0 is the first
 * @param state OPEN, HAPPENED or OVER
 * @param on the day on which it happened
 * @param because why it is over
 * @param amendment number of the amendment that its rule comes from
 */
record AgreedTime(
        String kind,
        int occurrence,
        String title,
        @Nullable String clause,
        Map<String, Object> rule,
        List<String> parties,
        String state,
        @Nullable LocalDate on,
        @Nullable String because,
        @Nullable Integer amendment) {

    /** Refuses, where it is told, what could never be followed. */
    AgreedTime checked() {
        var _ = Rule.parse(rule);
        return this;
    }

    /** With another rule. */
    AgreedTime following(Map<String, Object> other) {
        return new AgreedTime(kind, occurrence, title, clause, other, parties, state, on, because, amendment);
    }
}
