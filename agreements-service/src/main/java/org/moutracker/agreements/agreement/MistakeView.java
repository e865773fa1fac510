package org.moutracker.agreements.agreement;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an agreement was registered by mistake, as callers see it. */
@Schema(name = "Mistake", description = "That an agreement was registered by mistake: since when it is void, and why.")
record MistakeView(
        @Schema(required = true) Instant at,
        @Schema(required = true, examples = "registrar") String by,

        @Schema(required = true, examples = "It is the programme of another ministry")
        String reason) {

    static @Nullable MistakeView of(@Nullable Mistake mistake) {
        return mistake == null ? null : new MistakeView(mistake.voidedAt(), mistake.voidedBy(), mistake.voidReason());
    }
}
