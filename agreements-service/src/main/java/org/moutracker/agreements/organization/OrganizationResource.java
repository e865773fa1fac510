package org.moutracker.agreements.organization;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations", description = "Who stands behind a party.")
class OrganizationResource {

    private final Organizations organizations;

    OrganizationResource(Organizations organizations) {
        this.organizations = organizations;
    }

    @GET
    @Operation(summary = "List organizations", description = "By name, a page at a time.")
    public RestResponse<Page<Organization>> list(
            @Parameter(description = "ISO 3166-1 alpha-2 code", example = "PS") @QueryParam("country") @Nullable
                    String country,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var rows = Pages.limit(limit);
        var after = Optional.ofNullable(cursor).map(text -> Cursor.parse(text, 2));
        var page = organizations.page(
                country,
                after.map(c -> c.get(0)).orElse(null),
                after.map(c -> c.uuid(1)).orElse(null),
                rows + 1);
        return Pages.of(page, rows, o -> Cursor.of(o.name(), o.id()), o -> o, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an organization", description = "One organization by its id.")
    public Organization read(@PathParam("id") UUID id) {
        return Optional.ofNullable(organizations.find(List.of(id)).get(id))
                .orElseThrow(() -> new NotFound("organization"));
    }
}
