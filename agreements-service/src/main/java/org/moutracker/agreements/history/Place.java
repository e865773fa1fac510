package org.moutracker.agreements.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the history of its agreement.
 *
 * @param name as people call it: a reference, a code, a number
 * @param reason why it is as it is, where it says so itself; counts when that is new
 */
public record Place(
        HistoryKind kind,
        UUID agreement,
        UUID id,
        String name,
        @Nullable String reason,
        Readers readers) {

    public Place(HistoryKind kind, UUID agreement, UUID id, String name, @Nullable String reason) {
        this(kind, agreement, id, name, reason, Readers.ALL);
    }
}
