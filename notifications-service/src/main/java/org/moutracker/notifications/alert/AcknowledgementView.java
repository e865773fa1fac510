package org.moutracker.notifications.alert;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An acknowledgement as it is shown. */
@Schema(name = "Acknowledgement", description = "Somebody knows of a deadline, and sees to it until a time.")
record AcknowledgementView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The alert that was acknowledged; those before it are with it.")
        UUID alertId,

        @Schema(required = true) UUID deadlineId,

        @Schema(required = true, examples = "T-14") String step,

        @Schema(required = true, description = "Who knows.") UUID recipientId,

        @Schema(required = true, description = "Who said so: the recipient, or somebody on his behalf.")
        UUID by,

        @Schema(required = true, nullable = true) @Nullable String note,
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "From then on the ladder goes on, unless it is acknowledged again.")
        Instant until) {

    static AcknowledgementView of(Acknowledgement acknowledgement) {
        return new AcknowledgementView(
                acknowledgement.id(),
                acknowledgement.alertId(),
                acknowledgement.deadlineId(),
                acknowledgement.step().toString(),
                acknowledgement.recipientId(),
                acknowledgement.by(),
                acknowledgement.note(),
                acknowledgement.at(),
                acknowledgement.until());
    }
}
