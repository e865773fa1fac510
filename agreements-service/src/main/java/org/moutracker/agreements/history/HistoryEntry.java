package org.moutracker.agreements.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was changed at once: by a request, because of events, or because its time had come. */
@Schema(
        description =
                "What was changed at once: who did it, when, why, where it came from, and every field before and after.",
        examples = """
                {"id": "0199c4f0-0000-7000-8000-000000009001", "at": "2025-09-19T08:00:00Z", "actor": "registrar",
                 "reason": "The gazette prints another day",
                 "origin": {"kind": "REQUEST", "request": "POST /api/v1/agreements/0199c4f0-0000-7000-8000-000000000001/legal-events/0199c4f0-0000-7000-8000-000000000002/corrections"},
                 "changes": [{"kind": "AGREEMENT", "action": "CHANGED", "id": "0199c4f0-0000-7000-8000-000000000001", "name": "PK-PS-2025-HEALTH",
                              "fields": [{"field": "facts.SIGNATURE", "from": "2025-09-17", "to": "2025-09-18"}]}]}
                """)
record HistoryEntry(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,

        @Schema(
                required = true,
                description = "The subject of the token, or system for what follows from an event or from the time",
                examples = "registrar")
        String actor,

        @Schema(
                required = true,
                nullable = true,
                description = "As X-Change-Reason or the body said",
                examples = "The gazette prints another day")
        @Nullable
        String reason,

        @Schema(required = true) HistoryOrigin origin,
        @Schema(required = true) List<ThingChange> changes) {}
