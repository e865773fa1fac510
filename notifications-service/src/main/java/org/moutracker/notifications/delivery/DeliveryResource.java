package org.moutracker.notifications.delivery;

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

/** Shows operators what became of messages. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "Every message: where it stands, what it waits for, each attempt.")
class DeliveryResource {

    private static final String DELIVERY = """
            {"id": "5d3ac1f0-65d5-5c8e-9d2f-000000000011", "carries": "ALERT",
             "carriedId": "5d3ac1f0-65d5-5c8e-9d2f-000000000001",
             "recipientId": "01995778-6000-7000-8000-00000000f001", "channel": "MAIL", "state": "CLOSED",
             "closedBecause": "DEAD", "waitsFor": null, "tries": 9, "createdAt": "2025-10-03T04:00:01Z",
             "nextAttemptAt": null}""";

    private static final String DETAILS = "{\"delivery\": " + DELIVERY + """
            , "messageId": "<5d3ac1f0-65d5-5c8e-9d2f-000000000011@moutracker.local>", "attempts": [
               {"attempt": 1, "startedAt": "2025-10-03T04:00:01Z", "endedAt": "2025-10-03T04:00:02Z",
                "outcome": "DEFERRED", "reply": "450"}]}""";

    private final DeliveryPages deliveries;

    DeliveryResource(DeliveryPages deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List deliveries", description = "Messages of alerts, letters and links, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of deliveries",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryEntry.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that was tried as often as is reasonable",
                                            value = "{\"items\": [" + DELIVERY + "], \"next\": null}")))
    public RestResponse<Page<DeliveryEntry>> list(
            @Parameter(description = "Only in this state", example = "CLOSED") @QueryParam("state") @Nullable
                    DeliveryStatus state,
            @Parameter(description = "Only closed for this reason", example = "DEAD")
                    @QueryParam("closedBecause")
                    @Nullable
                    ClosedBecause closedBecause,
            @Parameter(description = "Only by this channel", example = "MAIL") @QueryParam("channel") @Nullable
                    Channel channel,
            @Parameter(description = "Only to this person", example = "01995778-6000-7000-8000-00000000f001")
                    @QueryParam("recipient")
                    @Nullable
                    UUID recipient,
            @Parameter(
                            description = "Only what tells of this agreement, be it beside others",
                            example = "01995778-5a00-7000-8000-00000000a001")
                    @QueryParam("agreement")
                    @Nullable
                    UUID agreement,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : DeliveryPages.Position.of(Cursor.parse(cursor, 2));
        var selector = new DeliverySelector(state, closedBecause, channel, recipient, agreement);
        return Pages.of(
                deliveries.find(selector, after, size + 1),
                size,
                DeliveryPages.Position::of,
                delivery -> delivery,
                uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a delivery", description = "With every attempt to send it, and its Message-ID.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryEntry.Details.class),
                            examples = @ExampleObject(name = "Dead", value = DETAILS)))
    public DeliveryEntry.Details show(
            @Parameter(description = "The delivery's id", example = "5d3ac1f0-65d5-5c8e-9d2f-000000000011")
                    @PathParam("id")
                    UUID id) {
        return deliveries.find(id).orElseThrow(() -> new NotFound("delivery"));
    }
}
