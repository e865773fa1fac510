package org.moutracker.agreements.commitment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentRepository.Filter;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

@Path("/api/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments", description = "What was promised, and where it stands.")
class CommitmentResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final CommitmentRepository commitments;

    CommitmentResource(CommitmentRepository commitments) {
        this.commitments = commitments;
    }

    @GET
    @Operation(
            summary = "List commitments",
            description = "In the order of registration, a page at a time; filters add up.")
    public RestResponse<Page<CommitmentState>> list(
            @Parameter(description = "Only those of this agreement") @QueryParam("agreement") @Nullable UUID agreement,
            @Parameter(description = "Only those that stand so") @QueryParam("status") @Nullable
                    CommitmentStatus status,
            @Parameter(description = "Only those of this kind") @QueryParam("kind") @Nullable CommitmentKind kind,
            @Parameter(
                            description =
                                    "Only those that the party with this code owes; where nobody is named all owe it",
                            example = "PK")
                    @QueryParam("obligor")
                    @Nullable
                    String obligor,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var rows = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(FIRST);
        var page = commitments.page(new Filter(agreement, status, kind, obligor), after, rows + 1);
        return Pages.of(page, rows, c -> Cursor.of(c.id), Commitment::state, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a commitment", description = "One commitment by its id.")
    public RestResponse<CommitmentState> read(@PathParam("id") UUID id) {
        var commitment = commitments.findByIdOptional(id).orElseThrow(() -> new NotFound("commitment"));
        return RestResponse.ResponseBuilder.ok(commitment.state())
                .header("ETag", Versions.etag(commitment.version))
                .build();
    }
}
