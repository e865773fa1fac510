package org.moutracker.agreements.history;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

@Path("/api/v1/agreements/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History", description = "Every change of an agreement and of what belongs to it.")
class HistoryResource {

    private final HistoryLog log;
    private final Caller caller;
    private final OwnSide side;

    HistoryResource(HistoryLog log, Caller caller, OwnSide side) {
        this.log = log;
        this.caller = caller;
        this.side = side;
    }

    @GET
    @Operation(
            summary = "Read the history of an agreement",
            description =
                    "Every change of the agreement, its ledger, commitments, amendments, documents and correspondence: who, "
                            + "when, why, from where, and each field before and after. What was changed at once is one entry. "
                            + "Filters combine, and show whole entries. Of documents only what the caller may see. Nothing here is "
                            + "ever changed or removed; the history of a draft that was deleted stays.")
    public RestResponse<Page<HistoryEntry>> history(
            @PathParam("id") UUID id,
            @QueryParam("kind") @Nullable HistoryKind kind,
            @Parameter(
                            description =
                                    "Path of a field of what is of that kind, or of anything; term finds term.period too",
                            example = "status")
                    @QueryParam("field")
                    @Nullable
                    String field,
            @Parameter(description = "Who, as in the entries", example = "registrar") @QueryParam("actor") @Nullable
                    String actor,
            @Parameter(description = "The first instant", example = "2025-09-17T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "The first instant that is too late", example = "2025-10-01T00:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = "-recorded (newest first, unless told) or recorded") @QueryParam("sort") @Nullable
                    String sort,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(null);
        var query = new HistoryQuery(caller, side, newestFirst(sort))
                .of(kind, field)
                .by(actor)
                .between(from, to)
                .beyond(after);
        var rows = log.page(id, query, size + 1);
        if (rows.isEmpty() && !log.knows(id)) {
            throw new NotFound("agreement");
        }
        return Pages.of(rows, size, entry -> Cursor.of(entry.id()), entry -> entry, uri);
    }

    private static boolean newestFirst(@Nullable String sort) {
        return switch (sort) {
            case null -> true;
            case "-recorded" -> true;
            case "recorded" -> false;
            default -> throw new InvalidRequest("sort", "must be recorded or -recorded");
        };
    }
}
