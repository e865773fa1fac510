package org.moutracker.workinggroups.decision;

import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.access.OwnSeats;

/** Reads action items: the follow-up list of a member or a group. */
@Path("/api/v1/action-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Action items")
class ActionItemResource {

    private final ActionItemRepository items;
    private final OwnSeats own;
    private final InstantSource clock;

    ActionItemResource(ActionItemRepository items, OwnSeats own, InstantSource clock) {
        this.items = items;
        this.own = own;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List action items",
            description =
                    "A page at a time, what is due first before the rest. Filters combine: `person` gives the follow-up"
                            + " list of somebody in all groups, `group` that of a group.")
    public RestResponse<Page<ActionView>> listActionItems(
            @QueryParam("group") @Nullable UUID group,
            @QueryParam("decision") @Nullable UUID decision,
            @Parameter(description = "Who took it on, by the person's id") @QueryParam("person") @Nullable UUID person,
            @Parameter(description = "The code of a party", example = "PS") @QueryParam("party") @Nullable String party,
            @QueryParam("status") @Nullable ActionStatus status,
            @Parameter(description = "Whether it is open and too late") @QueryParam("overdue") @Nullable
                    Boolean overdue,
            @Parameter(description = "The last day is before this one", example = "2026-06-01")
                    @QueryParam("dueBefore")
                    @Nullable
                    LocalDate dueBefore,
            @Parameter(description = "The last day is after this one", example = "2026-04-30")
                    @QueryParam("dueAfter")
                    @Nullable
                    LocalDate dueAfter,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        if (party != null && party.indexOf('\0') >= 0) {
            throw new InvalidRequest("party", "must be the code of a party");
        }
        var size = Pages.limit(limit);
        var now = clock.instant();
        var filter = new ActionFilter(group, decision, person, party, status, overdue, dueBefore, dueAfter, own.only());
        var rows = items.page(filter, cursor.map(c -> Cursor.parse(c, 2)).orElse(null), size + 1, now);
        return Pages.of(
                rows, size, row -> Cursor.of(row.dueOrder(), row.deadlineId()), row -> ActionView.of(row, now), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read an action item",
            description = "As its deadline says by now; what ever happened to it is the deadline's history.")
    public RestResponse<ActionView> readActionItem(@PathParam("id") UUID id) {
        return answer(ActionView.of(items.row(id), clock.instant()));
    }

    static RestResponse<ActionView> answer(ActionView item) {
        return Versions.answer(item, item.version());
    }
}
