package org.moutracker.notifications.hold;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.problem.NotFound;

/** Puts holds on, and releases them. */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
class HoldCommandResource {

    private final Holds holds;
    private final Idempotency idempotency;
    private final Caller caller;

    HoldCommandResource(Holds holds, Idempotency idempotency, Caller caller) {
        this.holds = holds;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Transactional
    @Operation(
            summary = "Put a hold on",
            description = "From now on nothing of its scope is sent, by no replica and also after a restart, and"
                    + " everything is kept; what is on its way cannot be called back. With the scope ALL, and with the"
                    + " channel MAIL, that includes the links by which addresses are verified. Holds do not know of each"
                    + " other: what several keep back goes when the last of them is released.")
    @APIResponse(
            responseCode = "201",
            description = "It stands",
            content =
                    @Content(
                            schema = @Schema(implementation = HoldView.class),
                            examples = @ExampleObject(name = "Of an agreement", value = HoldResource.STANDING)))
    public Response place(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewHold hold, @Context UriInfo uri) {
        hold.check();
        return idempotency.once(key, uri, hold, () -> {
            var id = holds.place(hold, caller.name());
            return Response.created(URI.create("/api/v1/holds/" + id))
                    .entity(shown(id))
                    .build();
        });
    }

    @POST
    @Path("/{id}/release")
    @Blocking
    @Transactional
    @Operation(
            summary = "Release a hold",
            description = "What has waited and is still true is sent: of several steps for one person the latest alone."
                    + " What is not true any more is closed.")
    @APIResponse(
            responseCode = "200",
            description = "It does not stand any more",
            content =
                    @Content(
                            schema = @Schema(implementation = HoldView.class),
                            examples = @ExampleObject(name = "Released", value = HoldResource.RELEASED)))
    public HoldView release(
            @Parameter(description = "The hold's id", example = "01995778-7000-7000-8000-000000000a01") @PathParam("id")
                    UUID id,
            @NotNull @Valid Reason reason) {
        shown(id);
        holds.release(id, reason.reason(), caller.name());
        return shown(id);
    }

    private HoldView shown(UUID id) {
        return holds.find(id).orElseThrow(() -> new NotFound("hold"));
    }
}
