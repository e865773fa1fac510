package org.moutracker.workinggroups.workinggroup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.access.OwnSeats;

/** Finds members across groups. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class SeatResource {

    private final SeatRows seats;
    private final OwnSeats own;

    SeatResource(SeatRows seats, OwnSeats own) {
        this.seats = seats;
        this.own = own;
    }

    @GET
    @Operation(
            summary = "Find members across groups",
            description =
                    "A page at a time, in the order of nomination. With a person, it is in which groups that one sits, and"
                            + " as what. Filters combine. Names stand with the person, under people.")
    public RestResponse<Page<SeatView>> findMembers(
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("group") @Nullable UUID group,
            @Parameter(description = "The code of a party", example = "PK") @QueryParam("party") @Nullable String party,
            @QueryParam("role") @Nullable MemberRole role,
            @QueryParam("status") @Nullable MemberStatus status,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        if (party != null && party.indexOf('\0') >= 0) {
            throw new InvalidRequest("party", "must be the code of a party");
        }
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        var rows = seats.page(new SeatRows.Filter(person, group, party, role, status, own.only()), after, size + 1);
        return Pages.of(rows, size, row -> Cursor.of(row.memberId()), row -> row, uri);
    }
}
