package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger and the terms make of an agreement until the end of what has begun by a day. It knows no other state:
 * the same ledger, terms and day give the same life, whenever and however often it is asked for, and a correction needs
 * nothing but to be read.
 *
 * @param happenings all that has moved it so far, in its order
 * @param refused lines that can have had no effect when they came, and the rule that forbids each
 * @param next the next day on which something changes by itself
 * @param noticeGivenOn when notice of termination was given, while it stands
 * @param after where it stood after so many happenings, as far as that was asked for
 */
public record Life(
        Standing standing,
        List<Happening> happenings,
        Map<UUID, String> refused,
        Optional<LocalDate> next,
        @Nullable LocalDate noticeGivenOn,
        Map<Integer, Standing> after) {

    /**
     * Lives it until today.
     *
     * @param lines the ledger after all corrections, in the order of recording, without what the system derived
     * @param today a day that has begun for all parties
     */
    public static Life of(Terms terms, List<Line> lines, LocalDate today) {
        return of(terms, lines, today, Integer.MAX_VALUE, Set.of());
    }

    /** Lives it no further than so many happenings, and remembers where it stood after some of them. */
    public static Life of(Terms terms, List<Line> lines, LocalDate today, int happenings, Set<Integer> after) {
        return new Course(terms, lines, today, happenings).life(after);
    }
}
