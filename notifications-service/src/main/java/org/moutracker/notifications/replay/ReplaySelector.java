package org.moutracker.notifications.replay;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.Channel;
import org.moutracker.notifications.delivery.DeliverySelector;
import org.moutracker.notifications.sql.Column;

/** Which messages are sent once more: all for which everything holds that is said here. */
@Schema(name = "ReplaySelector", description = "All for which everything holds that is said here.")
record ReplaySelector(
        @NotEmpty @Schema(required = true) Set<Replayable> what,

        @Size(min = 1, max = 1000) @Schema(nullable = true, description = "Only these; up to 1000") @Nullable
        Set<UUID> deliveries,

        @Schema(nullable = true, description = "Only what tells of this agreement, be it beside others") @Nullable
        UUID agreementId,

        @Schema(nullable = true, description = "Only to this person") @Nullable
        UUID recipientId,

        @Schema(nullable = true) @Nullable Channel channel,

        @Schema(nullable = true, description = "Only what was opened then or later, by real time") @Nullable
        Instant openedFrom,

        @Schema(nullable = true, description = "Only what was opened before, by real time") @Nullable
        Instant openedBefore) {

    ReplaySelector {
        // Bean Validation says what is missing.
        what = what == null ? Set.of() : Set.copyOf(what);
        deliveries = deliveries == null ? null : Set.copyOf(deliveries);
    }

    DeliverySelector.Conditions conditions() {
        var conditions = new DeliverySelector(null, null, channel, recipientId, agreementId).conditions();
        conditions.and(
                new TreeSet<>(what).stream().map(Replayable::condition).collect(Collectors.joining(" OR ", "(", ")")));
        if (deliveries != null) {
            conditions.and("delivery.id = ANY (?)", Column.ids(deliveries));
        }
        if (openedFrom != null) {
            conditions.and("delivery.created_at >= ?", openedFrom);
        }
        if (openedBefore != null) {
            conditions.and("delivery.created_at < ?", openedBefore);
        }
        return conditions;
    }
}
