package org.moutracker.notifications.replay;

import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Lets messages go out once more. */
@Path("/api/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replays", description = "Send messages once more that would not go by themselves, or later.")
class ReplayResource {

    private static final String REPLAY = """
            {"id": "01995778-7000-7000-8000-000000000c01", "selector": {"what": ["DEAD"], "deliveries": null,
              "agreementId": null, "recipientId": "01995778-6000-7000-8000-00000000f001", "channel": null,
              "openedFrom": null, "openedBefore": null}, "reason": "The mailbox was full and is not any more.",
             "orderedAt": "2025-10-04T08:00:00Z", "orderedBy": "operator", "matched": 3, "replayed": 3,
             "finishedAt": "2025-10-04T08:00:01Z"}""";

    private final Replays replays;
    private final Idempotency idempotency;
    private final Caller caller;

    ReplayResource(Replays replays, Idempotency idempotency, Caller caller) {
        this.replays = replays;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Order a replay",
            description = "Makes due what is DEAD, UNCERTAIN or waits for its next attempt, as the selector says, in"
                    + " portions and each message once. Nothing goes that is not true any more, is held or waits for an"
                    + " address. A repeat is the same message with the same Message-ID. A dry run orders nothing and tells"
                    + " how many there are.")
    @APIResponse(
            responseCode = "200",
            description = "How many it would be (of a dry run)",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayView.DryRun.class),
                            examples = @ExampleObject(name = "A dry run", value = "{\"matched\": 3}")))
    @APIResponse(
            responseCode = "201",
            description = "It was ordered and goes on by itself",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayView.class),
                            examples = @ExampleObject(name = "To one person", value = REPLAY)))
    public Response order(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewReplay replay,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, replay, () -> {
            if (replay.dryRun()) {
                return Response.ok(new ReplayView.DryRun(replays.matching(replay.selector())))
                        .build();
            }
            var id = replays.order(replay, caller.name());
            return Response.created(URI.create("/api/v1/replays/" + id))
                    .entity(known(id))
                    .build();
        });
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List replays", description = "Newest first, each with how far it is.")
    @APIResponse(
            responseCode = "200",
            description = "One page of replays",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that is done",
                                            value = "{\"items\": [" + REPLAY + "], \"next\": null}")))
    public RestResponse<Page<ReplayView>> list(
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Replays.Position.of(Cursor.parse(cursor, 2));
        return Pages.of(replays.find(after, size + 1), size, Replays.Position::of, replay -> replay, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a replay", description = "With how far it is.")
    @APIResponse(
            responseCode = "200",
            description = "The replay",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayView.class),
                            examples = @ExampleObject(name = "Done", value = REPLAY)))
    public ReplayView show(
            @Parameter(description = "The replay's id", example = "01995778-7000-7000-8000-000000000c01")
                    @PathParam("id")
                    UUID id) {
        return known(id);
    }

    private ReplayView known(UUID id) {
        return replays.find(id).orElseThrow(() -> new NotFound("replay"));
    }
}
