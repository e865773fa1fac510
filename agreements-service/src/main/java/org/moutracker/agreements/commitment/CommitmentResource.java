package org.moutracker.agreements.commitment;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.agreements.commitment.CommitmentRepository.Filter;
import org.moutracker.agreements.table.Downloads;
import org.moutracker.agreements.table.ListFormat;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

@Path("/api/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments", description = "What was promised, and where it stands.")
class CommitmentResource {

    private final CommitmentRepository commitments;
    private final CommitmentTable table;
    private final Downloads downloads;
    private final OwnSide own;

    CommitmentResource(CommitmentRepository commitments, CommitmentTable table, Downloads downloads, OwnSide own) {
        this.commitments = commitments;
        this.table = table;
        this.downloads = downloads;
        this.own = own;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.TEXT_CSV, ListFormat.SPREADSHEET})
    @Operation(
            summary = "List commitments",
            description = "In the order of registration; a page at a time as JSON, the whole list as CSV or XLSX, by "
                    + "`Accept` or by `format`. Filters combine.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as a file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CommitmentPage.class)),
                @Content(mediaType = ListFormat.TEXT_CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ListFormat.SPREADSHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response list(
            @Parameter(description = "Only those of this agreement") @QueryParam("agreement") @Nullable UUID agreement,
            @Parameter(description = "Only those that stand so; any of several, if given several times")
                    @QueryParam("status")
                    List<CommitmentStatus> status,
            @Parameter(description = "Only those of this kind; any of several, if given several times")
                    @QueryParam("kind")
                    List<CommitmentKind> kind,
            @Parameter(
                            description =
                                    "Only those that the party with this code owes; where nobody is named all owe it",
                            example = "PK")
                    @QueryParam("obligor")
                    @Nullable
                    String obligor,
            @Parameter(
                            description = "Only those that are owed to the party with this code; where nobody is named "
                                    + "they are owed to all",
                            example = "PS")
                    @QueryParam("beneficiary")
                    @Nullable
                    String beneficiary,
            @Parameter(description = "How many, 1 to 200; 50 unless told; files are not cut into pages")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Whether to say how many there are, counted up to 10,000")
                    @QueryParam("count")
                    @Nullable
                    Boolean count,
            @Parameter(description = "json, csv or xlsx; stands above `Accept`", example = "csv")
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        var filter = new Filter(
                agreement,
                status,
                kind,
                party("obligor", obligor),
                party("beneficiary", beneficiary),
                own.draftsOf().orElse(null));
        var rows = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(CommitmentRepository.FIRST);
        var as = ListFormat.of(format, headers);
        if (as != ListFormat.JSON) {
            return downloads.send(as, CommitmentTable.TABLE, table.rows(filter, after), request);
        }
        var page =
                Pages.of(commitments.page(filter, after, rows + 1), rows, c -> Cursor.of(c.id), Commitment::state, uri);
        return Response.fromResponse(page.toResponse())
                .entity(new CommitmentPage(
                        page.getEntity().items(),
                        page.getEntity().next(),
                        count != null && count ? commitments.count(filter) : null))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private static @Nullable String party(String name, @Nullable String code) {
        if (code != null && code.indexOf('\0') >= 0) {
            throw new InvalidRequest(name, "must be the code of a party");
        }
        return code;
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
