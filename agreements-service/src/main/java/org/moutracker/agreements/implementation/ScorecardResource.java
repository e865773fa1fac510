package org.moutracker.agreements.implementation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/agreements/{id}/implementation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Implementation", description = "What has become of agreements.")
class ScorecardResource {

    private final ViewScorecard view;

    ScorecardResource(ViewScorecard view) {
        this.view = view;
    }

    @GET
    @Transactional
    @Operation(
            summary = "See what has become of an agreement",
            description =
                    "Progress by weight, commitments by status and side, deadlines in time, late, open and overdue, "
                            + "working groups, last activity and stagnation. With `asOf` all of it as it was known at a past instant. "
                            + "Progress counts what all sides say is done: FULFILLED in full, NOT_FULFILLED nothing, "
                            + "PARTIALLY_FULFILLED what was measured or else a half, anything else what was measured; what was "
                            + "WAIVED or CANCELLED is not counted.")
    public ScorecardView see(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "An instant since the registration, not in the future; now unless told",
                            example = "2026-01-01T00:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    Instant asOf) {
        return view.of(id, asOf);
    }
}
