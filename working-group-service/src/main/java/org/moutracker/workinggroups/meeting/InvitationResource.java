package org.moutracker.workinggroups.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.access.OwnSeats;
import org.moutracker.workinggroups.access.OwnVoice;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Sets the agenda of a meeting, invites to it and takes the answers. */
@Path("/api/v1/meetings/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Meetings")
class InvitationResource {

    private final ChangeMeeting change;
    private final InvitePeople invitePeople;
    private final OwnSeats seats;
    private final OwnVoice voice;

    InvitationResource(ChangeMeeting change, InvitePeople invitePeople, OwnSeats seats, OwnVoice voice) {
        this.change = change;
        this.invitePeople = invitePeople;
        this.seats = seats;
        this.voice = voice;
    }

    @PUT
    @Path("/agenda")
    @Operation(
            summary = "Set the agenda of a meeting",
            description =
                    "The whole agenda, with the time that each item is given and the papers that are laid before the meeting. Until it is held.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgendaForm.class),
                            examples = @ExampleObject(name = "PlanOfWork", ref = "#/components/examples/PlanOfWork")))
    public RestResponse<MeetingView> setAgenda(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AgendaForm agenda) {
        return MeetingResource.answer(change.by(
                id, ifMatch, "agenda set", (meeting, group, now) -> meeting.setAgenda(agenda.numbered(), now)));
    }

    @POST
    @Path("/convocation")
    @Operation(
            summary = "Convene a meeting",
            description =
                    "Invites whoever sits in the group, and guests, who need no account. The notice that the terms ask for is kept unless a reason is given. Convened again, it invites whoever was not invited yet, and nobody any more who has left the group.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConvocationForm.class),
                            examples = @ExampleObject(name = "WithAGuest", ref = "#/components/examples/WithAGuest")))
    public RestResponse<MeetingView> conveneMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ConvocationForm convocation) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                convocation.shortNotice() == null ? "convened" : "convened: " + convocation.shortNotice(),
                (meeting, group, now) -> convene(meeting, group, convocation, now)));
    }

    private MeetingEvent convene(Meeting meeting, WorkingGroup group, ConvocationForm convocation, Instant now) {
        group.requireMeets();
        return meeting.convene(
                invitePeople.to(meeting, group, convocation.invited(), now),
                Notices.of(group, convocation.shortNotice()),
                now);
    }

    @POST
    @Path("/replies")
    @Operation(
            summary = "Answer an invitation",
            description =
                    "By whoever is invited, or by somebody else for him. Of two answers the later counts, also when one of them came by mail.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplyForm.class),
                            examples = @ExampleObject(name = "Accepted", ref = "#/components/examples/Accepted")))
    public RestResponse<MeetingView> answerInvitation(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReplyForm reply) {
        if (reply.answer() == Answer.NEEDS_ACTION) {
            throw new InvalidRequest("answer", "must be ACCEPTED, DECLINED or TENTATIVE");
        }
        var person = reply.person() == null ? own() : reply.person();
        voice.requireSelf("person", person);
        return MeetingResource.answer(change.perhaps(
                id,
                ifMatch,
                "answered: " + reply.answer(),
                (meeting, group, now) -> meeting.reply(person, reply.answer(), reply.comment(), now)));
    }

    /** Whose token it is. */
    private UUID own() {
        return seats.person()
                .orElseThrow(() ->
                        new InvalidRequest("person", "must be given, since the token names no person known here"));
    }
}
