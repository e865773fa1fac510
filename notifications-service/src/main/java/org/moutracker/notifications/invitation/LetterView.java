package org.moutracker.notifications.invitation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.DeliveryView;
import org.moutracker.notifications.mail.LetterKind;

/** A letter as it is shown: what was written when, and what became of it. */
@Schema(name = "InvitationLetter", description = "What was written to somebody about a meeting.")
record LetterView(
        @Schema(
                required = true,
                description = "REQUEST: the meeting in his calendar. CANCEL: out of it. MINUTES: they were circulated.")
        LetterKind kind,

        @Schema(
                required = true,
                description = "SEQUENCE of RFC 5545, by which calendars know which is newer; the round, of minutes.",
                examples = "0")
        int sequence,

        @Schema(required = true) Instant writtenAt,

        @Schema(
                required = true,
                nullable = true,
                description = "Why it does not hold any more; null while it does.",
                examples = "SUPERSEDED")
        @Nullable
        ClosedBecause withdrawnBecause,

        @Schema(required = true, description = "One for each channel.")
        List<DeliveryView> deliveries) {}
