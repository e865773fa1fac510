package org.moutracker.workinggroups.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.workinggroups.workinggroup.WorkingGroupRepository;

/** Plans the meetings of a group, and tells whether it meets as it should. */
@Path("/api/v1/working-groups/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
class PlanResource {

    private final WorkingGroupRepository groups;
    private final MeetingRepository meetings;
    private final MeetingLedger ledger;
    private final FollowMeetings followMeetings;
    private final MeetingViews views;
    private final MeetingPlans plans;
    private final Idempotency idempotency;
    private final Caller caller;
    private final InstantSource clock;

    PlanResource(
            WorkingGroupRepository groups,
            MeetingRepository meetings,
            MeetingLedger ledger,
            FollowMeetings followMeetings,
            MeetingViews views,
            MeetingPlans plans,
            Idempotency idempotency,
            Caller caller,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.ledger = ledger;
        this.followMeetings = followMeetings;
        this.views = views;
        this.plans = plans;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/meetings")
    @Transactional
    @Operation(
            summary = "Plan a meeting",
            description =
                    "Of a group that is constituted. Ordinary meetings are numbered by the system; host, zone and title"
                            + " follow from the terms of reference unless they are given. Nobody is invited before it is"
                            + " convened.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanForm.class),
                            examples = {
                                @ExampleObject(name = "FirstMeeting", ref = "#/components/examples/FirstMeeting"),
                                @ExampleObject(name = "OnlineMeeting", ref = "#/components/examples/OnlineMeeting")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The meeting",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response planMeeting(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid PlanForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(id, form));
    }

    private Response created(UUID id, PlanForm form) {
        var group = groups.lock(id);
        group.requireMeets();
        var turns = new Turns(group.terms().meetings(), meetings.ordinary(id));
        var now = clock.instant();
        var meeting = new Meeting(form.plan(group, turns), now);
        meetings.persist(meeting);
        var planned = meeting.plan();
        ledger.tell(planned, "planned", caller.name());
        followMeetings.follow(planned, meeting, group, now, caller.name());
        meetings.flush();
        var view = views.of(meeting);
        return Versions.created("/api/v1/meetings/" + meeting.id, view, view.version());
    }

    @GET
    @Path("/meeting-plan")
    @Operation(
            summary = "Read the meeting plan of a group",
            description =
                    "When the group met last, when it has to meet next and since when that is overdue, what is planned,"
                            + " and whose turn it is to receive the others.")
    public MeetingPlan readMeetingPlan(@PathParam("id") UUID id) {
        return plans.of(groups.get(id));
    }
}
