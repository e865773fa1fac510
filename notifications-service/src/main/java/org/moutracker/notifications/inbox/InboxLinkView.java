package org.moutracker.notifications.inbox;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link as callers get it. */
@Schema(name = "InboxLink", description = "A link that opens one inbox without a login.")
record InboxLinkView(
        @Schema(
                required = true,
                description = "Whoever has it reads the inbox: give it to its owner alone.",
                examples =
                        "http://localhost:8083/inboxes/MDE5OTU3NzgtNjAwMC03.2b0hX1yq7m3J9pXo5mW3o0Q2cT6nZr8uVf4kLs1aYdE")
        URI url,

        @Schema(required = true, description = "In real time, as with every token.", examples = "2025-11-14T09:00:00Z")
        Instant expiresAt) {}
