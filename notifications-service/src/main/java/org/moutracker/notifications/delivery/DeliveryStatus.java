package org.moutracker.notifications.delivery;

import java.util.Arrays;
import java.util.List;

/**
 * What became of a message: PENDING ─▶ SENDING ─▶ ACCEPTED | RETRY_WAIT | UNCERTAIN | CLOSED; RETRY_WAIT ─▶ SENDING;
 * UNCERTAIN ─▶ SENDING where it is sent again, or whatever a late answer says; waiting ones can be CLOSED; what was
 * ACCEPTED can still bounce. A replay alone opens again what is CLOSED because it is DEAD.
 */
public enum DeliveryStatus {
    PENDING,
    /** Somebody has a lease on it and may have said the first byte. */
    SENDING,
    ACCEPTED,
    RETRY_WAIT,
    /** The lease was lost or the line broke: nobody knows whether it arrived. */
    UNCERTAIN,
    CLOSED;

    boolean canBecome(DeliveryStatus next) {
        return switch (this) {
            case PENDING, RETRY_WAIT -> next == SENDING || next == CLOSED;
            case SENDING -> next == ACCEPTED || next == RETRY_WAIT || next == UNCERTAIN || next == CLOSED;
            case UNCERTAIN -> next == SENDING || next == ACCEPTED || next == RETRY_WAIT || next == CLOSED;
            case ACCEPTED -> next == CLOSED;
            case CLOSED -> false;
        };
    }

    /** The states from which this one can be reached, for statements over many rows. */
    List<String> origins() {
        return Arrays.stream(values())
                .filter(status -> status.canBecome(this))
                .map(DeliveryStatus::name)
                .toList();
    }
}
