package org.moutracker.workinggroups.meeting;

import static java.util.stream.Collectors.toMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Objects;
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

/** Reads meetings. */
@Path("/api/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings", description = "When a group meets, who is invited, who came, and the minutes.")
class MeetingResource {

    private final MeetingRepository meetings;
    private final MeetingLedger ledger;
    private final MeetingViews views;
    private final OwnSeats own;

    MeetingResource(MeetingRepository meetings, MeetingLedger ledger, MeetingViews views, OwnSeats own) {
        this.meetings = meetings;
        this.ledger = ledger;
        this.views = views;
        this.own = own;
    }

    @GET
    @Operation(
            summary = "List meetings",
            description =
                    "A page at a time, the earliest first; those that are postponed to a day not known come last. Filters"
                            + " combine.")
    public RestResponse<Page<MeetingSummary>> listMeetings(
            @QueryParam("group") @Nullable UUID group,
            @QueryParam("status") @Nullable MeetingStatus status,
            @QueryParam("kind") @Nullable MeetingKind kind,
            @Parameter(description = "Not before that day, in the meeting's zone", example = "2025-11-01")
                    @QueryParam("from")
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Not after that day, in the meeting's zone", example = "2025-11-30")
                    @QueryParam("to")
                    @Nullable
                    LocalDate to,
            @Parameter(description = "Whether people have met") @QueryParam("held") @Nullable Boolean held,
            @Parameter(description = "Whether people are still to meet") @QueryParam("coming") @Nullable Boolean coming,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(text -> Cursor.parse(text, 2)).orElse(null);
        var filter = new MeetingFilter(group, status, kind, from, to, held, coming, own.only());
        var rows = meetings.page(filter, after, size + 1);
        var summaries = views.summaries(rows).stream().collect(toMap(MeetingSummary::id, summary -> summary));
        return Pages.of(
                rows,
                size,
                row -> Cursor.of(row.startsOrder(), row.id()),
                row -> Objects.requireNonNull(summaries.get(row.id())),
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a meeting",
            description =
                    "With agenda, invitations and answers, attendance and quorum, and the present round of minutes.")
    public RestResponse<MeetingView> readMeeting(@PathParam("id") UUID id) {
        return answer(views.of(id));
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            summary = "Read the history of a meeting",
            description =
                    "Who did what, when and why, and what the meeting was afterwards; a page at a time, oldest first.")
    public RestResponse<Page<MeetingChange>> readMeetingHistory(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(MeetingResource::place).orElse(0L);
        var _ = meetings.groupOf(id); // one that is not there has no history
        return Pages.of(
                ledger.history(id, after, size + 1), size, change -> Cursor.of(change.id()), change -> change, uri);
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("cursor", "is not one that this list gave");
        }
    }

    static RestResponse<MeetingView> answer(MeetingView meeting) {
        return Versions.answer(meeting, meeting.version());
    }
}
