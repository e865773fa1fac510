package org.moutracker.agreements.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field of an agreement's terms before and after an amendment; null where there is none. */
@Schema(description = "A field of the terms before and after; null where there is none.")
public record Difference(
        @Schema(required = true, examples = "term.period") String field,

        @Schema(required = true, nullable = true, examples = "P5Y") @Nullable
        Object from,

        @Schema(required = true, nullable = true, examples = "P10Y") @Nullable
        Object to) {}
