package org.moutracker.workinggroups.workinggroup;

import io.quarkus.security.identity.SecurityIdentity;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

/** Reads and constitutes working groups. */
@Path("/api/v1/working-groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Working groups", description = "Who sits together on behalf of whom, and who is still missing.")
class WorkingGroupResource {

    private final WorkingGroupRepository groups;
    private final ConstituteGroup constituteGroup;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    WorkingGroupResource(
            WorkingGroupRepository groups,
            ConstituteGroup constituteGroup,
            SecurityIdentity caller,
            InstantSource clock) {
        this.groups = groups;
        this.constituteGroup = constituteGroup;
        this.caller = caller;
        this.clock = clock;
    }

    /** Says since when a group is established. */
    record Constitution(
            @NotNull @Schema(required = true, examples = "2025-10-14")
            LocalDate on) {}

    @GET
    @Operation(
            summary = "List working groups",
            description = "A page at a time, the oldest first. Filters combine. Each group says who is still missing.")
    public RestResponse<Page<WorkingGroupView>> listWorkingGroups(
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("commitment") @Nullable UUID commitment,
            @QueryParam("status") @Nullable WorkingGroupStatus status,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        var rows = groups.page(new WorkingGroupRepository.Filter(agreement, commitment, status), after, size + 1);
        return Pages.of(rows, size, row -> Cursor.of(row.id()), row -> row, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a working group",
            description = "With its members by id; who they are and how to reach them is read under its members.")
    public RestResponse<WorkingGroupView> readWorkingGroup(@PathParam("id") UUID id) {
        return answer(groups.view(id));
    }

    @POST
    @Path("/{id}/constitution")
    @Transactional
    @Operation(
            summary = "Constitute a working group",
            description = "Says that the group is established since that day. It comes by itself when nobody is missing"
                    + " any more, so this is for groups that were complete before. Meets the establishment deadline.")
    public RestResponse<WorkingGroupView> constituteWorkingGroup(
            @PathParam("id") UUID id,
            @Parameter(description = "The version this is based on; stale is refused. It may be left out.")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid Constitution constitution) {
        var group = groups.lock(id);
        if (ifMatch != null) {
            Versions.require(ifMatch, group.version);
        }
        constituteGroup.on(
                constitution.on(), group, clock.instant(), caller.getPrincipal().getName());
        groups.flush();
        return answer(groups.view(id));
    }

    private static RestResponse<WorkingGroupView> answer(WorkingGroupView group) {
        return RestResponse.ResponseBuilder.ok(group)
                .header("ETag", Versions.etag(group.version()))
                .build();
    }
}
