package org.moutracker.workinggroups.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Postpones, moves, cancels and voids meetings. */
@Path("/api/v1/meetings/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Meetings")
class RescheduleResource {

    private final ChangeMeeting change;

    RescheduleResource(ChangeMeeting change) {
        this.change = change;
    }

    /** Says why. */
    @Schema(name = "MeetingReason")
    record Because(
            @NotBlank
            @Size(max = 2000)
            @Printable
            @Schema(required = true, examples = "the co-chairs agreed to meet online")
            String reason) {}

    @POST
    @Path("/postponement")
    @Operation(
            summary = "Postpone a meeting",
            description =
                    "To another day, or to one that is not known yet: then it is POSTPONED and has no times until it is rescheduled. The duty to meet stays as it is.")
    public RestResponse<MeetingView> postponeMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PostponementForm postponement) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                "postponed: " + postponement.reason().strip(),
                (meeting, group, now) -> meeting.postpone(
                        postponement.reason().strip(),
                        postponement.times(meeting),
                        Notices.of(group, postponement.shortNotice()),
                        now)));
    }

    @POST
    @Path("/rescheduling")
    @Operation(
            summary = "Reschedule a meeting",
            description =
                    "Gives it other times or another place. Once it was convened its sequence rises, so that the calendars of those invited notice it; new times ask them anew.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReschedulingForm.class),
                            examples = @ExampleObject(name = "ADayLater", ref = "#/components/examples/ADayLater")))
    public RestResponse<MeetingView> rescheduleMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReschedulingForm rescheduling) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                rescheduling.reason() == null
                        ? "rescheduled"
                        : "rescheduled: " + rescheduling.reason().strip(),
                (meeting, group, now) -> reschedule(meeting, group, rescheduling, now)));
    }

    private MeetingEvent reschedule(Meeting meeting, WorkingGroup group, ReschedulingForm rescheduling, Instant now) {
        group.requireMeets();
        return meeting.reschedule(
                rescheduling.times(meeting),
                rescheduling.place() == null ? meeting.appointment.place() : rescheduling.place(),
                rescheduling.online() == null ? meeting.appointment.online() : rescheduling.online(),
                Notices.of(group, rescheduling.shortNotice()),
                now);
    }

    @POST
    @Path("/cancellation")
    @Operation(
            summary = "Cancel a meeting",
            description = "It will not be. Its number is free for another; the duty to meet stays as it is.")
    public RestResponse<MeetingView> cancelMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                "cancelled: " + because.reason().strip(),
                (meeting, group, now) -> meeting.cancel(because.reason().strip(), now)));
    }

    @POST
    @Path("/voiding")
    @Operation(
            summary = "Void a meeting",
            description =
                    "It was entered by mistake: it was never to be, or never was. What it has met is open again, its history stays.")
    public RestResponse<MeetingView> voidMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return MeetingResource.answer(change.by(
                id,
                ifMatch,
                "voided: " + because.reason().strip(),
                (meeting, group, now) -> meeting.declareVoid(because.reason().strip(), now)));
    }
}
