package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Count;

/** One page of agreements. */
@Schema(description = "One page of agreements.")
record AgreementPage(
        @Schema(required = true) List<AgreementSummary> items,

        @Schema(description = "Cursor of the next page; null on the last.", required = true, nullable = true) @Nullable
        String next,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Nullable
        Count count) {}
