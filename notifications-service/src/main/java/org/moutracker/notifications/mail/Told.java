package org.moutracker.notifications.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * Which of an alert's messages one is.
 *
 * @param round how often its reader wanted to hear of it again
 * @param canBeDone whether somebody can say that it is done: of a long silence nobody can
 */
public record Told(UUID alertId, int round, boolean canBeDone) {

    /** What lets its reader do something, in a message that was written then. */
    public ActionLink link(Action action, Instant firedAt) {
        return ActionLink.of(alertId, round, action, firedAt);
    }
}
