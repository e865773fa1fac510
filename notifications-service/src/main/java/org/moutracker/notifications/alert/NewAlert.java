package org.moutracker.notifications.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Outlook.Told;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.sql.NamedIds;

/**
 * An alert that fires now.
 *
 * @param content what is true now, as JSON: the same text for all who are told of the same deadline
 */
record NewAlert(Situation situation, Told told, Instant firedAt, String content) {

    /** The same step of the same plan for the same person is the same alert, whoever works it out and how often. */
    UUID id() {
        var plan = situation.plan();
        return NamedIds.of(
                plan.deadlineId(), plan.number(), told.step(), told.addressee().id());
    }

    UUID deadlineId() {
        return situation.plan().deadlineId();
    }

    /** A reminder of what is past would not be true; a notice that it is past stays true until somebody acts. */
    @Nullable
    Instant expiresAt() {
        return told.step().isReminder() ? situation.deadline().dueAt() : null;
    }

    /** Whether twice is better than never: nothing else follows in time. */
    boolean repeats() {
        return told.last() || !told.step().isReminder();
    }
}
