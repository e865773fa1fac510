package org.moutracker.agreements.history;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has changed of one thing. */
@Schema(name = "HistoryChange", description = "What has changed of one thing that belongs to the agreement.")
record ThingChange(
        @Schema(required = true) HistoryKind kind,
        @Schema(required = true) Action action,
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description = "As people call it by then: a reference, a code, a number, a title",
                examples = "C-01")
        String name,

        @Schema(required = true, description = "Of what is new, all that was said of it")
        List<FieldChange> fields) {

    /** What was done with it. */
    @Schema(name = "HistoryAction", description = "REMOVED is only what was part of a draft.")
    enum Action {
        ADDED,
        CHANGED,
        REMOVED
    }
}
