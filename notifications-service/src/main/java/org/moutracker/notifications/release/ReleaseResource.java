package org.moutracker.notifications.release;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows what waits because one cause would tell very many, and releases or cancels it. */
@Path("/api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Releases",
        description = "What one cause, such as a revised calendar, would send to very many waits for a person.")
class ReleaseResource {

    private static final String ID = "Which one";
    private static final String EXAMPLE_ID = "01995778-7000-7000-8000-000000000b01";

    private static final String WAITING = """
            {"id": "01995778-7000-7000-8000-000000000b01", "cause": "01995778-5b00-7000-8000-00000000ca01",
             "state": "WAITING", "messages": 1840, "firstAt": "2025-10-02T08:00:00Z", "lastAt": "2025-10-02T08:04:10Z",
             "decision": null}""";

    private static final String DECIDED = """
            {"id": "01995778-7000-7000-8000-000000000b01", "cause": "01995778-5b00-7000-8000-00000000ca01",
             "state": "RELEASED", "messages": 1840, "firstAt": "2025-10-02T08:00:00Z", "lastAt": "2025-10-02T08:04:10Z",
             "decision": {"at": "2025-10-02T09:30:00Z", "by": "operator",
               "reason": "The revised calendar was checked; people must know."}}""";

    private static final String PREVIEW = "{\"release\": " + WAITING + """
            , "waiting": 1840, "people": 212, "levels": [{"level": "CHANGED", "messages": 1840}],
             "examples": [{"deliveryId": "5d3ac1f0-65d5-5c8e-9d2f-000000000011",
               "alertId": "5d3ac1f0-65d5-5c8e-9d2f-000000000002", "deadlineId": "01995778-5a80-7000-8000-00000000d001",
               "title": "Establish the joint working group", "level": "CHANGED", "step": null,
               "recipientId": "01995778-6000-7000-8000-00000000f001", "recipient": "Ayesha Khan"}]}""";

    private final Releases releases;
    private final PreviewRelease preview;
    private final Caller caller;

    ReleaseResource(Releases releases, PreviewRelease preview, Caller caller) {
        this.releases = releases;
        this.preview = preview;
        this.caller = caller;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List releases", description = "What waits for one, and what was decided, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of releases",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that waits",
                                            value = "{\"items\": [" + WAITING + "], \"next\": null}")))
    public RestResponse<Page<ReleaseView>> list(
            @Parameter(description = "Only in this state", example = "WAITING") @QueryParam("state") @Nullable
                    ReleaseState state,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Releases.Position.of(Cursor.parse(cursor, 2));
        var found = releases.find(state, after, size + 1);
        return Pages.of(found, size, Releases.Position::of, release -> release, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(
            summary = "Preview a release",
            description = "How many messages wait, for how many people, how grave they are, and twenty of them. What is"
                    + " not true any more when it is released is closed instead of sent.")
    @APIResponse(
            responseCode = "200",
            description = "What would be sent",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleasePreview.class),
                            examples = @ExampleObject(name = "A revised calendar", value = PREVIEW)))
    public ReleasePreview show(@Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") UUID id) {
        return preview.of(known(id));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Release what waits",
            description = "It is sent as far as it is still true, and so is what still comes of the same cause.")
    @APIResponse(
            responseCode = "200",
            description = "It goes",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseView.class),
                            examples = @ExampleObject(name = "Released", value = DECIDED)))
    public ReleaseView release(
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") UUID id,
            @NotNull @Valid Decision decision) {
        return decided(id, ReleaseState.RELEASED, decision);
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Cancel what waits",
            description =
                    "Its messages are closed, and so is what still comes of the same cause. The alerts stand in the"
                            + " lists, and the next step of each deadline is told as usual.")
    @APIResponse(
            responseCode = "200",
            description = "It is never sent",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    public ReleaseView cancel(
            @Parameter(description = ID, example = EXAMPLE_ID) @PathParam("id") UUID id,
            @NotNull @Valid Decision decision) {
        return decided(id, ReleaseState.CANCELLED, decision);
    }

    private ReleaseView decided(UUID id, ReleaseState state, Decision decision) {
        releases.decide(known(id), state, decision.reason(), caller.name());
        return known(id);
    }

    private ReleaseView known(UUID id) {
        return releases.find(id).orElseThrow(() -> new NotFound("release"));
    }
}
