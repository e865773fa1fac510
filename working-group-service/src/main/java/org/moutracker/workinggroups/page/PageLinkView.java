package org.moutracker.workinggroups.page;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link as callers get it. */
@Schema(name = "PageLink", description = "A link that opens one page without a login.")
record PageLinkView(
        @Schema(
                required = true,
                description = "Whoever has it reads the page: give it to its reader alone.",
                examples =
                        "http://localhost:8082/pages/working-groups/01995778-5a80-7000-8000-00000000e001?expires=1763110800&signature=2b0hX1yq7m3J9pXo5mW3o0Q2cT6nZr8uVf4kLs1aYdE")
        URI url,

        @Schema(required = true, description = "In real time, as with every token.", examples = "2025-11-14T09:00:00Z")
        Instant expiresAt) {}
