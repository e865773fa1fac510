package org.moutracker.workinggroups.deadline;

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
import java.util.List;
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

/** Reads deadlines. */
@Path("/api/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines", description = "What is due when, why, and what became of it.")
class DeadlineResource {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Viewer viewer;
    private final InstantSource clock;

    DeadlineResource(DeadlineRepository deadlines, DeadlineLedger ledger, Viewer viewer, InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List deadlines",
            description = "A page at a time, the earliest first; those without a date come last. Filters combine.")
    public RestResponse<Page<DeadlineView>> listDeadlines(
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("workingGroup") @Nullable UUID workingGroup,
            @QueryParam("commitment") @Nullable UUID commitment,
            @QueryParam("status") @Nullable DeadlineStatus status,
            @Parameter(description = "How near the last day of an active one is; UPCOMING is what is not due soon")
                    @QueryParam("derived")
                    @Nullable
                    Nearness derived,
            @QueryParam("kind") @Nullable DeadlineKind kind,
            @Parameter(description = "The last day is before this one", example = "2025-11-01")
                    @QueryParam("dueBefore")
                    @Nullable
                    LocalDate dueBefore,
            @Parameter(description = "The last day is after this one", example = "2025-09-30")
                    @QueryParam("dueAfter")
                    @Nullable
                    LocalDate dueAfter,
            @Parameter(description = "The code of a party that has to see to it", example = "PK")
                    @QueryParam("responsible")
                    @Nullable
                    String responsible,
            @Parameter(
                            description =
                                    "Open ones that nobody is told of: without a group, or a party that has to see to it has"
                                            + " nobody in the group who answers for its side")
                    @QueryParam("unassigned")
                    @Nullable
                    Boolean unassigned,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        if (responsible != null && responsible.indexOf('\0') >= 0) {
            throw new InvalidRequest("responsible", "must be the code of a party");
        }
        var now = clock.instant();
        var size = Pages.limit(limit);
        var filter = new DeadlineFilter(
                agreement,
                workingGroup,
                commitment,
                status,
                derived,
                kind,
                dueBefore,
                dueAfter,
                responsible,
                unassigned,
                viewer.viewpoint());
        var after = cursor.map(c -> Cursor.parse(c, 2)).orElse(null);
        var rows = deadlines.page(filter, after, size + 1, now);
        var history = ledger.history(rows.stream().map(DeadlineRow::id).toList());
        return Pages.of(
                rows,
                size,
                row -> Cursor.of(row.dueOrder(), row.id()),
                row -> DeadlineView.of(row, history.getOrDefault(row.id(), List.of()), now),
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a deadline",
            description = "With the explanation of its date, step by step, and everything that ever happened to it.")
    public RestResponse<DeadlineView> readDeadline(@PathParam("id") UUID id) {
        return answer(view(id));
    }

    DeadlineView view(UUID id) {
        var row = deadlines.row(id, viewer.viewpoint());
        return DeadlineView.of(row, ledger.history(List.of(id)).getOrDefault(id, List.of()), clock.instant());
    }

    static RestResponse<DeadlineView> answer(DeadlineView deadline) {
        return Versions.answer(deadline, deadline.version());
    }
}
