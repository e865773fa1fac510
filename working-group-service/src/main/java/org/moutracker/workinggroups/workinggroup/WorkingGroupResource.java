package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.access.OwnSeats;

/** Founds, reads and describes working groups. */
@Path("/api/v1/working-groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Working groups", description = "Who sits together on behalf of whom, and who is still missing.")
class WorkingGroupResource {

    private static final int LONGEST_SEARCH = 200;

    private final WorkingGroupRepository groups;
    private final FoundGroup foundGroup;
    private final Lineage lineage;
    private final GroupPatch patch;
    private final GroupLedger ledger;
    private final Idempotency idempotency;
    private final ChangeGroup change;
    private final Caller caller;
    private final OwnSeats seats;

    WorkingGroupResource(
            WorkingGroupRepository groups,
            FoundGroup foundGroup,
            Lineage lineage,
            GroupPatch patch,
            GroupLedger ledger,
            Idempotency idempotency,
            ChangeGroup change,
            Caller caller,
            OwnSeats seats) {
        this.groups = groups;
        this.foundGroup = foundGroup;
        this.lineage = lineage;
        this.patch = patch;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.change = change;
        this.caller = caller;
        this.seats = seats;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Found a working group",
            description =
                    "For a group that no commitment asks for: another body, or a sub-group. The parties of its agreements"
                            + " sit in it; they have as long as the terms of reference say to name whoever is missing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewGroup.class),
                            examples = @ExampleObject(name = "SubGroup", ref = "#/components/examples/SubGroup")))
    @APIResponse(
            responseCode = "201",
            description = "The group",
            content = @Content(schema = @Schema(implementation = WorkingGroupView.class)))
    public Response foundWorkingGroup(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid NewGroup form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var id = foundGroup.by(form, caller.name());
            groups.flush();
            var view = groups.view(id);
            return Versions.created("/api/v1/working-groups/" + id, view, view.version());
        });
    }

    @GET
    @Operation(
            summary = "List working groups",
            description = "A page at a time, the oldest first. Filters combine. Each group says who is still missing.")
    public RestResponse<Page<WorkingGroupView>> listWorkingGroups(
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("commitment") @Nullable UUID commitment,
            @Parameter(description = "The group that they belong to") @QueryParam("parent") @Nullable UUID parent,
            @QueryParam("status") @Nullable WorkingGroupStatus status,
            @Parameter(example = "JOINT_WORKING_GROUP") @QueryParam("type") @Nullable String type,
            @Parameter(description = "A part of the name, in upper or lower case", example = "health")
                    @QueryParam("q")
                    @Nullable
                    String q,
            @Parameter(
                            description =
                                    "Those that somebody should look at: nobody sits for a side, or all agreements"
                                            + " have ended while the group has not")
                    @QueryParam("orphan")
                    @Nullable
                    Boolean orphan,
            @Parameter(description = "Those that have been dormant since that day or longer", example = "2026-05-10")
                    @QueryParam("dormantSince")
                    @Nullable
                    LocalDate dormantSince,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        var filter = new WorkingGroupRepository.Filter(
                agreement,
                commitment,
                parent,
                status,
                readable("type", type),
                readable("q", q),
                orphan,
                dormantSince,
                seats.only());
        return Pages.of(groups.page(filter, after, size + 1), size, row -> Cursor.of(row.id()), row -> row, uri);
    }

    private static @Nullable String readable(String parameter, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_SEARCH || text.indexOf('\0') >= 0)) {
            throw new InvalidRequest(parameter, "must be 1 to %d characters".formatted(LONGEST_SEARCH));
        }
        return text;
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a working group",
            description = "With its members by id; who they are and how to reach them is read under its members.")
    public RestResponse<WorkingGroupView> readWorkingGroup(@PathParam("id") UUID id) {
        return answer(groups.view(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Transactional
    @Operation(
            summary = "Describe a working group anew",
            description =
                    "A JSON merge patch (RFC 7396) of name, functions and parent. The rules by which it works are its"
                            + " terms of reference, and have versions of their own.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            example =
                                    "{\"name\": \"Joint Health Committee\", \"functions\": [\"SUPERVISE\", \"REVIEW\"]}"))
    public RestResponse<WorkingGroupView> describeWorkingGroup(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode changes) {
        var parent = GroupPatch.parent(changes);
        if (parent != null) {
            lineage.place(id, parent);
        }
        return answer(change.by(id, null, (group, now, who) -> {
            Versions.require(ifMatch, group.version);
            ledger.tell(patch.apply(changes, group), who);
        }));
    }

    static RestResponse<WorkingGroupView> answer(WorkingGroupView group) {
        return Versions.answer(group, group.version());
    }
}
