package org.moutracker.notifications.alert;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says that somebody knows. */
@Schema(name = "NewAcknowledgement", description = "Says that somebody knows. All of it can be left out.")
record AcknowledgementForm(
        @Schema(
                nullable = true,
                description =
                        "Who acknowledges, where it is not the recipient himself: somebody of his side on his behalf.",
                examples = "01995778-6000-7000-8000-00000000f003")
        @Nullable
        UUID by,

        @Size(min = 1, max = 2000)
        @Schema(
                nullable = true,
                description = "What others may want to know. No event has it.",
                examples = "The nomination is being drafted")
        @Nullable
        String note,

        @Schema(
                nullable = true,
                description = "Until when it counts: no longer than the policy says, which is what counts unless told.",
                examples = "2025-10-08T06:00:00Z")
        @Nullable
        Instant until) {

    static final AcknowledgementForm EMPTY = new AcknowledgementForm(null, null, null);
}
