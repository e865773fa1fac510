package org.moutracker.agreements.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Count;

/** One page of commitments. */
@Schema(description = "One page of commitments.")
record CommitmentPage(
        @Schema(required = true) List<CommitmentState> items,

        @Schema(description = "Cursor of the next page; null on the last.", required = true, nullable = true) @Nullable
        String next,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Nullable
        Count count) {}
