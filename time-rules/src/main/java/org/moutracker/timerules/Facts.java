package org.moutracker.timerules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded so far. What is not in it is not known.
 *
 * @param days on which day, perhaps known only in part, an event happened
 * @param moments when exactly it happened; goes before the day, and becomes a local day in the rule's own clock
 * @param deadlines the days of other deadlines, by id
 */
public record Facts(
        Map<AnchorEvent, PartialDate> days, Map<AnchorEvent, Instant> moments, Map<String, DeadlineDays> deadlines) {

    public Facts {
        days = Map.copyOf(days);
        moments = Map.copyOf(moments);
        deadlines = Map.copyOf(deadlines);
    }

    /** The days of another deadline, each null while it is not known. */
    public record DeadlineDays(
            @Nullable PartialDate due, @Nullable PartialDate met) {}

    public static Facts none() {
        return new Facts(Map.of(), Map.of(), Map.of());
    }

    /** Reads {@code {"SIGNATURE": "2025-09-17"}} and {@code {"NOTIFICATION_RECEIVED": "2026-03-27T10:00:00+02:00"}}. */
    public static Facts parse(@Nullable Map<String, ?> facts, @Nullable Map<String, ?> moments) {
        return parse(facts, moments, null);
    }

    /**
     * As above, with {@code {"<id>": {"due": "2026-01-31", "met": null}}} for other deadlines. A null stands for what is
     * not known.
     *
     * @throws InvalidRule naming every entry that cannot be read: {@code facts.SIGNATURE},
     *     {@code moments.NOTIFICATION_RECEIVED}, {@code deadlines.<id>.due}
     */
    public static Facts parse(
            @Nullable Map<String, ?> facts, @Nullable Map<String, ?> moments, @Nullable Map<String, ?> deadlines) {
        return FactsReader.facts(facts, moments, deadlines);
    }

    public Facts with(AnchorEvent event, PartialDate day) {
        var more = new HashMap<>(days);
        more.put(event, day);
        return new Facts(more, moments, deadlines);
    }

    public Facts with(AnchorEvent event, Instant moment) {
        var more = new HashMap<>(moments);
        more.put(event, moment);
        return new Facts(days, more, deadlines);
    }

    public Facts with(String deadline, DeadlineDays daysOfDeadline) {
        var more = new HashMap<>(deadlines);
        more.put(deadline, daysOfDeadline);
        return new Facts(days, moments, more);
    }
}
