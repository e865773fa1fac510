package org.moutracker.notifications.inbox;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells what is new in somebody's inbox as it comes. */
@Path("/api/v1/recipients/{id}/inbox/stream")
@Tag(name = "Inbox")
class InboxStreamResource {

    private final Listen listen;
    private final ReadAs as;

    InboxStreamResource(Listen listen, ReadAs as) {
        this.listen = listen;
        this.as = as;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Listen to an inbox",
            description =
                    "Server-sent events: one `alert` for each item, with the item as JSON and an `id`. Whoever comes"
                            + " again with that id as `Last-Event-ID`, as browsers do, misses nothing. Comments keep the line"
                            + " alive. It ends after an hour; a client that does not read is cut off.")
    @APIResponse(
            responseCode = "200",
            description = "It listens",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            examples =
                                    @ExampleObject(
                                            name = "An alert",
                                            value = "event: alert\nid: 4711\ndata: {\"alertId\": …}\n\n")))
    public Multi<OutboundSseEvent> listen(
            @Parameter(description = "The person's id", example = "01995778-6000-7000-8000-00000000f001")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "The id of the last event that the client has; only what comes now without it")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String last,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        return listen.to(id, as.reader(), last, sse, request);
    }
}
