package org.moutracker.agreements.life;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about an agreement's own life from a day on, by an amendment.
 *
 * @param amendment its number
 */
public record Amended(
        LocalDate from,
        @Nullable Integer amendment,
        @Nullable EntryIntoForce entryIntoForce,
        @Nullable Term term) {}
