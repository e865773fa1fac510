package org.moutracker.notifications.release;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Level;

/** A release with what would be sent if it were released now. */
@Schema(
        name = "ReleasePreview",
        description = "What would be sent if it were released now, as far as it is still true.")
record ReleasePreview(
        @Schema(required = true) ReleaseView release,

        @Schema(required = true, description = "How many messages of it wait", examples = "1840")
        int waiting,

        @Schema(required = true, description = "To how many people", examples = "212")
        int people,

        @Schema(required = true, description = "How grave they are")
        List<OfLevel> levels,

        @Schema(required = true, description = "Twenty of them; without those about what is internal to another side")
        List<Example> examples) {

    /** How many messages of a level wait. */
    @Schema(name = "ReleaseLevel", description = "How many messages of a level wait.")
    record OfLevel(
            @Schema(required = true) Level level,
            @Schema(required = true, examples = "1840") int messages) {}

    /** One of the messages. */
    @Schema(name = "ReleaseExample", description = "One of the messages that wait.")
    record Example(
            @Schema(required = true) UUID deliveryId,
            @Schema(required = true) UUID alertId,
            @Schema(required = true) UUID deadlineId,

            @Schema(required = true, nullable = true, examples = "Establish the joint working group") @Nullable
            String title,

            @Schema(required = true) Level level,

            @Schema(required = true, nullable = true, description = "Null for a move.", examples = "T-14") @Nullable
            String step,

            @Schema(required = true) UUID recipientId,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null when it is not known any more.",
                    examples = "Ayesha Khan")
            @Nullable
            String recipient) {}
}
