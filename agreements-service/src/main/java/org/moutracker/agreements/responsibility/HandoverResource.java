package org.moutracker.agreements.responsibility;

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
import java.net.URI;
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
import org.moutracker.platform.http.Idempotency;

@Path("/api/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Officers", description = "Who of the register's own side is responsible, away, and stands in.")
class HandoverResource {

    private final HandOver handOver;
    private final Idempotency idempotency;

    HandoverResource(HandOver handOver, Idempotency idempotency) {
        this.handOver = handOver;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Hand agreements over",
            description =
                    "All or some of the agreements for which one officer is responsible become another's, in the same role, "
                            + "from a day on; what was to begin or end later keeps its days. At once or not at all. What the "
                            + "other one has already is counted and left as it is, so a repeat changes nothing. An agreement "
                            + "that neither has is refused, and nothing is handed over.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverForm.class),
                            examples = @ExampleObject(name = "Everything", ref = "#/components/examples/Handover")))
    @APIResponse(
            responseCode = "201",
            description = "The handover, with the number of agreements",
            content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response handOver(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid HandoverForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var handover = handOver.handOver(form);
            return Response.created(URI.create("/api/v1/handovers/" + handover.id()))
                    .entity(handover)
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a handover",
            description = "What was handed over by it is in the history of the agreements.")
    public HandoverView readHandover(@PathParam("id") UUID id) {
        return handOver.get(id);
    }
}
