package org.moutracker.notifications.plan;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.platform.problem.NotFound;

/** Shows beforehand what will be sent. */
@Path("/api/v1/alert-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alert plans", description = "What will be sent, to whom, and who will not be told.")
class AlertPlanResource {

    private static final String EXAMPLE = """
            {"deadlineId": "01995778-5a80-7000-8000-00000000d001", "planNo": 1, "active": true,
             "steps": [{"step": "T-14", "fireAt": "2025-10-03T04:00:00Z", "recipients": [
               {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK"}]}],
             "notTold": [{"recipient": {"id": null, "name": null, "party": "PS"},
               "because": "no member of this side answers for it yet"}],
             "policy": {"id": null, "scope": "DEFAULT", "quorum": "ALL_SIDES", "acknowledgementDays": 7},
             "acknowledged": [{"alertId": "5d3ac1f0-65d5-5c8e-9d2f-000000000001", "step": "T-14",
               "recipient": {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK"},
               "by": "01995778-6000-7000-8000-00000000f001", "note": "The nomination is being drafted",
               "at": "2025-10-03T06:00:00Z", "until": "2025-10-10T06:00:00Z"}],
             "snoozed": []}""";

    private final Plans plans;
    private final Situations situations;
    private final Silences silences;
    private final Viewer viewer;
    private final InstantSource clock;

    AlertPlanResource(Plans plans, Situations situations, Silences silences, Viewer viewer, InstantSource clock) {
        this.plans = plans;
        this.situations = situations;
        this.silences = silences;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Path("/{deadlineId}")
    @Blocking
    @Transactional
    @Operation(
            summary = "Show what is planned for a deadline",
            description =
                    "What is still to come if nothing changes: each step with the moment and the people it reaches, "
                            + "by the same computation that fires it, without what somebody sees to or wants to hear of later. "
                            + "Which policy holds, and what is acknowledged or snoozed by whom until when. Once the deadline "
                            + "is met or waived it is inactive and has no steps.")
    @APIResponse(
            responseCode = "200",
            description = "The plan as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = AlertPlanView.class),
                            examples = @ExampleObject(name = "Two weeks to go", value = EXAMPLE)))
    public AlertPlanView plan(
            @Parameter(
                            description = "The deadline's id, as the working-group service gives it",
                            example = "01995778-5a80-7000-8000-00000000d001")
                    @PathParam("deadlineId")
                    UUID deadlineId) {
        var plan = plans.find(deadlineId).orElseThrow(() -> new NotFound("deadline"));
        var situation = situations.of(List.of(plan)).getFirst();
        if (!viewer.sees(situation.deadline())) {
            throw new NotFound("deadline");
        }
        var now = clock.instant();
        var silence = silences.of(List.of(deadlineId))
                .getOrDefault(deadlineId, Silence.NONE)
                .at(now);
        var told = silences.told(List.of(plan)).getOrDefault(deadlineId, Map.of());
        return AlertPlanView.of(Outlook.of(situation, silence, told), now);
    }
}
