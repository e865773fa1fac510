package org.moutracker.agreements.history;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field before and after. */
@Schema(
        name = "HistoryField",
        description =
                "A field before and after; null where there was or is none. A list is one field. A mail address stands "
                        + "as […].")
record FieldChange(
        @Schema(required = true, examples = "term.period") String field,

        @Schema(required = true, nullable = true, implementation = Object.class, examples = "P5Y") @Nullable
        JsonNode from,

        @Schema(required = true, nullable = true, implementation = Object.class, examples = "P10Y") @Nullable
        JsonNode to) {}
