package org.moutracker.notifications.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
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

    private static final String UNREACHABLE = """
            {"items": [{"deadlineId": "01995778-5a80-7000-8000-00000000d001",
              "title": "Establish the Pakistan–Palestine Health Working Group",
              "agreementId": "01995778-5a00-7000-8000-00000000a001", "workingGroupId": null, "lastDay": "2025-10-17",
              "step": "T-14", "at": "2025-10-03T04:00:00Z",
              "notTold": [{"recipient": {"id": null, "name": null, "party": "PK"},
                "because": "there is no group, no officer answers for this side and it has no contact point"}]}],
             "next": null}""";

    private final Plans plans;
    private final UntoldPlans untold;
    private final Situations situations;
    private final Silences silences;
    private final Viewer viewer;
    private final InstantSource clock;

    AlertPlanResource(
            Plans plans,
            UntoldPlans untold,
            Situations situations,
            Silences silences,
            Viewer viewer,
            InstantSource clock) {
        this.plans = plans;
        this.untold = untold;
        this.situations = situations;
        this.silences = silences;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "List deadlines of which nobody can be told",
            description =
                    "Of which there is nobody at all who can be told: nobody is named, or nobody who is named has an"
                            + " address that is verified. By the next step that nobody hears; where none is left, by the last one."
                            + " Where a side must not be contacted that is no reason to be listed.")
    @APIResponse(
            responseCode = "200",
            description = "One page of them",
            content =
                    @Content(
                            schema = @Schema(implementation = UnreachableView.Page.class),
                            examples = @ExampleObject(name = "An agreement without a group", value = UNREACHABLE)))
    public RestResponse<Page<UnreachableView>> list(
            @Parameter(description = "Must be true: other plans are shown by their deadline alone", example = "true")
                    @QueryParam("unreachable")
                    @Nullable
                    Boolean unreachable,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        if (unreachable == null || !unreachable) {
            throw new InvalidRequest("unreachable", "must be true: other plans are shown by their deadline alone");
        }
        var size = Pages.limit(limit);
        var rows = untold.page(cursor == null ? null : Cursor.parse(cursor, 2), size + 1);
        var outlooks = situations
                .of(plans.find(rows.stream().map(UntoldPlans.Row::deadlineId).toList()))
                .stream()
                .collect(toMap(situation -> situation.plan().deadlineId(), Outlook::of));
        return Pages.of(
                rows,
                size,
                UntoldPlans.Row::position,
                row -> UnreachableView.of(row, requireNonNull(outlooks.get(row.deadlineId()))),
                uri);
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
