package org.moutracker.workinggroups.calendar;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Reads the revisions of a calendar. */
@Path("/api/v1/calendars/{authority}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
class RevisionResource {

    private final CalendarRepository calendars;
    private final Consequences consequences;

    RevisionResource(CalendarRepository calendars, Consequences consequences) {
        this.calendars = calendars;
        this.consequences = consequences;
    }

    @GET
    @Operation(
            summary = "List the revisions of a calendar",
            description = "A page at a time, the newest first, each with its author and its source.")
    public RestResponse<Page<RevisionView.Summary>> listRevisions(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        if (calendars.find(authority, 1).isEmpty()) {
            throw new NotFound("calendar");
        }
        var size = Pages.limit(limit);
        var before = cursor.map(RevisionResource::revision).orElse(Integer.MAX_VALUE);
        return Pages.of(
                calendars.page(authority, before, size + 1),
                size,
                revision -> Cursor.of(revision.calendar().revision()),
                RevisionView.Summary::of,
                uri);
    }

    private static int revision(String cursor) {
        try {
            return Integer.parseInt(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("cursor", "is not one that this list gave");
        }
    }

    @GET
    @Path("/{revision}")
    @Operation(
            summary = "Read a revision of a calendar",
            description =
                    "All that it says, what it changed, and how far the recomputation of the deadlines that it can"
                            + " touch has come. It never changes.")
    public RevisionView readRevision(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @PathParam("revision") @Parameter(description = "Its number, from 1.", example = "4") int revision) {
        return view(calendars.find(authority, revision).orElseThrow(() -> new NotFound("revision of this calendar")));
    }

    RevisionView view(Revision revision) {
        var calendar = revision.calendar();
        var before = calendars
                .find(calendar.authority(), calendar.revision() - 1)
                .map(Revision::calendar)
                .orElse(null);
        return new RevisionView(
                calendar,
                revision.publishedAt(),
                revision.publishedBy(),
                revision.reason(),
                CompareCalendars.compare(before, revision).sentences(),
                consequences
                        .recomputation(calendar.authority(), calendar.revision())
                        .orElse(null));
    }
}
