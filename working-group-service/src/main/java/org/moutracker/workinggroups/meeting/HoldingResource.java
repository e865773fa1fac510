package org.moutracker.workinggroups.meeting;

import static java.util.Objects.requireNonNullElseGet;

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
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Notes who is there, and that a meeting was held. */
@Path("/api/v1/meetings/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Meetings")
class HoldingResource {

    private final ChangeMeeting change;

    HoldingResource(ChangeMeeting change) {
        this.change = change;
    }

    @PUT
    @Path("/attendance")
    @Operation(
            summary = "Say who is there",
            description =
                    "All who are there, or were: members, and whoever is invited. While people meet or afterwards, until the minutes are agreed; the quorum is counted again.")
    public RestResponse<MeetingView> setAttendance(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AttendanceForm attendance) {
        return MeetingResource.answer(change.by(
                id, ifMatch, "attendance noted", (meeting, group, now) -> attend(meeting, group, attendance, now)));
    }

    private MeetingEvent attend(Meeting meeting, WorkingGroup group, AttendanceForm attendance, Instant now) {
        var present = RollCall.of(
                "present",
                attendance.present(),
                meeting,
                group,
                requireNonNullElseGet(meeting.day(), () -> meeting.appointment.day(now)));
        return meeting.attend(present, RollCall.count(present, group), now);
    }

    @POST
    @Path("/holding")
    @Operation(
            summary = "Say that a meeting was held",
            description =
                    "When it began and ended, and who was there. It meets the deadline of an ordinary meeting and opens that of the next, and of the minutes. Without a quorum it was held all the same, but could not decide.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HoldingForm.class),
                            examples = @ExampleObject(name = "Held", ref = "#/components/examples/Held")))
    public RestResponse<MeetingView> holdMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid HoldingForm holding) {
        return MeetingResource.answer(
                change.by(id, ifMatch, "held", (meeting, group, now) -> hold(meeting, group, holding, now)));
    }

    private MeetingEvent hold(Meeting meeting, WorkingGroup group, HoldingForm holding, Instant now) {
        group.requireMeets();
        return holding.hold(meeting, group, now);
    }
}
