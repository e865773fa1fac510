package org.moutracker.workinggroups.decision;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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

/** Reads decisions. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
class DecisionResource {

    private final DecisionRepository decisions;
    private final DecisionLedger ledger;
    private final OwnSeats own;

    DecisionResource(DecisionRepository decisions, DecisionLedger ledger, OwnSeats own) {
        this.decisions = decisions;
        this.ledger = ledger;
        this.own = own;
    }

    @GET
    @Operation(
            summary = "List decisions",
            description = "A page at a time, in the order of recording. Filters combine.")
    public RestResponse<Page<DecisionState>> listDecisions(
            @QueryParam("group") @Nullable UUID group,
            @QueryParam("meeting") @Nullable UUID meeting,
            @QueryParam("status") @Nullable DecisionStatus status,
            @Parameter(description = "Decided on this day or later", example = "2026-01-01")
                    @QueryParam("from")
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Decided on this day or before", example = "2026-12-31")
                    @QueryParam("to")
                    @Nullable
                    LocalDate to,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        var rows = decisions.page(
                new DecisionRepository.Filter(group, meeting, status, from, to, own.only()), after, size + 1);
        return Pages.of(rows, size, row -> Cursor.of(row.id), Decision::seen, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a decision",
            description = "With what became of each effect: PENDING, DONE, REFUSED with the rule, or UNDONE.")
    public RestResponse<DecisionState> readDecision(@PathParam("id") UUID id) {
        var decision = decisions.get(id).seen();
        return Versions.answer(decision, decision.version());
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            summary = "Read the history of a decision",
            description = "A page at a time, oldest first. It only grows.")
    public RestResponse<Page<DecisionChange>> readDecisionHistory(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var known = decisions.get(id);
        var after = cursor.map(DecisionResource::number).orElse(null);
        var rows = ledger.history(known.id, after, size + 1);
        return Pages.of(rows, size, row -> Cursor.of(row.number()), row -> row, uri);
    }

    private static Long number(String cursor) {
        try {
            return Long.valueOf(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("cursor", "is not one that this list gave");
        }
    }
}
