package org.moutracker.notifications.invitation;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows who was invited to which meeting, and what became of it. */
@Path("/api/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Invitations",
        description = "Who was invited to which meeting, what was sent to him, and what he replied by mail.")
class InvitationResource {

    private static final String INVITATION = """
            {"id": "c0c1454d-3a26-506d-aa66-1907a10e3b7d", "meetingId": "01995778-6000-7000-8000-00000000d001",
             "person": {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK", "side": "PK", "invitedAs": "MEMBER"},
             "invited": true, "since": "2025-10-27T06:00:00Z", "sequence": 0, "deliveredAt": "2025-10-27T06:00:05Z",
             "answer": "ACCEPTED", "answeredAt": "2025-10-27T09:29:00Z", "minutesRound": 0, "minutesDeliveredAt": null,
             "letters": [{"kind": "REQUEST", "sequence": 0, "writtenAt": "2025-10-27T06:00:00Z", "withdrawnBecause": null,
               "deliveries": [{"channel": "MAIL", "state": "ACCEPTED", "closedBecause": null, "attempts": [
                 {"attempt": 1, "startedAt": "2025-10-27T06:00:04Z", "endedAt": "2025-10-27T06:00:05Z", "outcome": "ACCEPTED", "reply": null}]}]}]}""";

    private static final String WITHDRAWN = """
            {"id": "c0c1454d-3a26-506d-aa66-1907a10e3b7d", "meetingId": "01995778-6000-7000-8000-00000000d001",
             "person": {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK", "side": "PK", "invitedAs": "MEMBER"},
             "invited": true, "since": "2025-10-27T06:00:00Z", "sequence": 0, "deliveredAt": "2025-10-27T06:00:05Z",
             "answer": "NEEDS_ACTION", "answeredAt": null, "minutesRound": 0, "minutesDeliveredAt": null,
             "letters": [
               {"kind": "REQUEST", "sequence": 0, "writtenAt": "2025-10-27T06:00:00Z", "withdrawnBecause": "SUPERSEDED",
                "deliveries": [{"channel": "MAIL", "state": "ACCEPTED", "closedBecause": null, "attempts": [
                  {"attempt": 1, "startedAt": "2025-10-27T06:00:04Z", "endedAt": "2025-10-27T06:00:05Z", "outcome": "ACCEPTED", "reply": null}]}]},
               {"kind": "CANCEL", "sequence": 1, "writtenAt": "2025-11-01T08:00:00Z", "withdrawnBecause": null,
                "deliveries": [{"channel": "MAIL", "state": "PENDING", "closedBecause": null, "attempts": []}]}]}""";

    private final InvitationPages invitations;

    InvitationResource(InvitationPages invitations) {
        this.invitations = invitations;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "List invitations",
            description = "Of everybody who is or was invited, the last who were heard of first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of invitations",
            content =
                    @Content(
                            schema = @Schema(implementation = InvitationView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One invitation",
                                            value = "{\"items\": [" + INVITATION + "], \"next\": null}")))
    public RestResponse<Page<InvitationView>> list(
            @Parameter(description = "Only to this meeting", example = "01995778-6000-7000-8000-00000000d001")
                    @QueryParam("meeting")
                    @Nullable
                    UUID meeting,
            @Parameter(description = "Only of this person", example = "01995778-6000-7000-8000-00000000f001")
                    @QueryParam("person")
                    @Nullable
                    UUID person,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : InvitationPages.Position.of(Cursor.parse(cursor, 2));
        var found = invitations.find(new InvitationPages.Filter(meeting, person), after, size + 1);
        return Pages.of(found, size, InvitationPages.Position::of, invitation -> invitation, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(
            summary = "Show an invitation",
            description = "With every letter that was written because of it, and what became of its messages.")
    @APIResponse(
            responseCode = "200",
            description = "The invitation",
            content =
                    @Content(
                            schema = @Schema(implementation = InvitationView.class),
                            examples = {
                                @ExampleObject(name = "Delivered and accepted", value = INVITATION),
                                @ExampleObject(name = "To a meeting that is cancelled", value = WITHDRAWN)
                            }))
    public InvitationView show(
            @Parameter(description = "The invitation's id", example = "c0c1454d-3a26-506d-aa66-1907a10e3b7d")
                    @PathParam("id")
                    UUID id) {
        return invitations.find(id).orElseThrow(() -> new NotFound("invitation"));
    }
}
