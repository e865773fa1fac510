package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that has moved the status, the term or the suspension.
 *
 * @param on from which day it counts
 * @param occurredOn when it happened: for the end of a term its last day
 * @param line the line that says so; empty when it follows from others
 */
public record Happening(LegalEventType type, LocalDate on, LocalDate occurredOn, Optional<UUID> line) {

    public boolean isDerived() {
        return line.isEmpty();
    }
}
