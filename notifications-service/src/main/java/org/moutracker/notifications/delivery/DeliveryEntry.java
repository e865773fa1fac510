package org.moutracker.notifications.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.DeliveryView.Attempt;

/** A message as operators see it: what it carries to whom, where it stands and what it waits for. */
@Schema(name = "DeliveryEntry", description = "One message. How its recipient is reached is not shown.")
record DeliveryEntry(
        @Schema(required = true) UUID id,
        @Schema(required = true) Carries carries,

        @Schema(
                required = true,
                description =
                        "The alert, the letter, the question for the address, that mails came back, the notice of what was"
                                + " reported done, or the digest")
        UUID carriedId,

        @Schema(required = true, nullable = true, description = "Null when it is not known any more.") @Nullable
        UUID recipientId,

        @Schema(required = true) Channel channel,
        @Schema(required = true) DeliveryStatus state,

        @Schema(required = true, nullable = true, description = "Why it will not be sent (again).") @Nullable
        ClosedBecause closedBecause,

        @Schema(required = true, nullable = true, description = "What it waits for beside its time.") @Nullable
        WaitsFor waitsFor,

        @Schema(required = true, description = "How often it was tried", examples = "1")
        int tries,

        @Schema(required = true, description = "By real time, also under a simulated clock.")
        Instant createdAt,

        @Schema(required = true, nullable = true, description = "When it is tried next; null when it is not.") @Nullable
        Instant nextAttemptAt) {

    /** What a message is about. */
    @Schema(name = "DeliveryCarries")
    enum Carries {
        ALERT,
        LETTER,
        /** A link by which an address is verified. */
        VERIFICATION,
        /** That mails to somebody come back. */
        RETURNED,
        /** That something was reported done, or is not. */
        DONE_NOTICE,
        /** What somebody hears of once a day or a week. */
        DIGEST;

        static Carries of(ResultSet row) throws SQLException {
            for (var carries : values()) {
                if (row.getString(carries.column()) != null) {
                    return carries;
                }
            }
            throw new IllegalStateException("a message that carries nothing");
        }

        String column() {
            return name().toLowerCase(Locale.ROOT) + "_id";
        }
    }

    /** What keeps a message back although it is due. */
    @Schema(name = "DeliveryWaitsFor")
    enum WaitsFor {
        /** That a hold is released. */
        HOLD,
        /** That it is known how much its cause sends, or that somebody releases that. */
        RELEASE,
        /** That the recipient's quiet hours end. */
        QUIET_HOURS,
        /** The recipient's next digest. */
        DIGEST,
        /** That the recipient's address is verified. */
        ADDRESS
    }

    /** A message with every attempt to send it. */
    @Schema(name = "DeliveryDetails", description = "A message with every attempt to send it.")
    record Details(
            @Schema(required = true) DeliveryEntry delivery,

            @Schema(
                    required = true,
                    description = "The same at each attempt.",
                    examples = "<5d3ac1f0-65d5-5c8e-9d2f-000000000011@moutracker.local>")
            String messageId,

            @Schema(required = true, description = "Every attempt so far, in order.")
            List<Attempt> attempts) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "DeliveryPage", description = "One page of messages.")
    record Page(
            @Schema(required = true) List<DeliveryEntry> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
