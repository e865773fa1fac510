package org.moutracker.notifications.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may know of an alert that says that a date has moved: ids alone; when and why is the deadline's to tell. */
record MovedAlert(
        UUID id,
        UUID deadlineId,
        @Nullable UUID agreementId,
        @Nullable UUID workingGroupId,
        int planNo,
        UUID recipientId,
        AlertStatus state,
        @Nullable EndedBecause endedBecause,
        Instant firedAt) {

    static MovedAlert of(AlertState alert) {
        return new MovedAlert(
                alert.id(),
                alert.deadlineId(),
                alert.agreementId(),
                alert.workingGroupId(),
                alert.planNo(),
                alert.recipientId(),
                alert.state(),
                alert.endedBecause(),
                alert.firedAt());
    }
}
