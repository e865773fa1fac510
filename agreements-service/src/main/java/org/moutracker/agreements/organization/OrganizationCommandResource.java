package org.moutracker.agreements.organization;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

/** What becomes of an organization: found to be a duplicate, or not after all; succeeded, or not after all. */
@Path("/api/v1/organizations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations", description = "Who stands behind a party: its names, its duplicates, its successors.")
class OrganizationCommandResource {

    private final KnownOrganizations known;
    private final RecordOrganization record;
    private final OrganizationHistory history;

    OrganizationCommandResource(KnownOrganizations known, RecordOrganization record, OrganizationHistory history) {
        this.known = known;
        this.record = record;
        this.history = history;
    }

    @POST
    @Path("/merger")
    @Transactional
    @Operation(
            summary = "Merge a duplicate",
            description =
                    "It is the other one, and always was. Its id still answers; agreements that name it show the other one, with "
                            + "registeredAs, at once, and tell that within seconds; contact points of both are those of the one. "
                            + "Refused when one of them succeeded the other, or when both are parties of one agreement on "
                            + "different sides.")
    public RestResponse<OrganizationView> merge(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MergerForm form) {
        return OrganizationResource.answer(record.merge(id, ifMatch, form));
    }

    @POST
    @Path("/separation")
    @Transactional
    @Operation(
            summary = "Take a merger back",
            description = "It is another organization after all; agreements show again whom they named.")
    public RestResponse<OrganizationView> separate(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonForm form) {
        return OrganizationResource.answer(record.separate(id, ifMatch, form.reason()));
    }

    @POST
    @Path("/succession")
    @Transactional
    @Operation(
            summary = "Record a succession",
            description =
                    "From a day on another organization stands in its place: it was renamed or merged by a reform. Agreements "
                            + "keep who signed, and show who stands there. The successor is registered first.")
    public RestResponse<OrganizationView> succeed(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SuccessionForm form) {
        return OrganizationResource.answer(record.succeed(id, ifMatch, form));
    }

    @POST
    @Path("/succession/withdrawal")
    @Transactional
    @Operation(summary = "Take a succession back", description = "It was recorded wrongly; the history keeps it.")
    public RestResponse<OrganizationView> takeSuccessionBack(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonForm form) {
        return OrganizationResource.answer(record.takeSuccessionBack(id, ifMatch, form.reason()));
    }

    @GET
    @Path("/history")
    @Operation(
            summary = "List what became of an organization",
            description = "Every change with what was before and after, who made it, when and why; the oldest first.")
    public RestResponse<Page<OrganizationStepView>> listSteps(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var rows = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(null);
        return Pages.of(
                history.page(known.get(id).id, after, rows + 1), rows, step -> Cursor.of(step.id()), step -> step, uri);
    }
}
