package org.moutracker.workinggroups.decision;

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

/** Records decisions. */
@Path("/api/v1/working-groups/{id}/decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "What groups decided, how the sides stood to it, and what followed.")
class RecordingResource {

    private final RecordDecision recordDecision;
    private final Idempotency idempotency;
    private final Caller caller;

    RecordingResource(RecordDecision recordDecision, Idempotency idempotency, Caller caller) {
        this.recordDecision = recordDecision;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Record a decision",
            description =
                    "It is numbered within its group and year, and ADOPTED or REJECTED as the group's rule makes of"
                            + " the positions: by CONSENSUS no side is against it, one at least is for it, and none is absent unless it"
                            + " was decided by correspondence; by MAJORITY more sides are for it than against it. The effects of an"
                            + " adopted one come about with it, or none does and nothing is recorded. What concerns commitments is"
                            + " answered a moment later: until then it is PENDING.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionForm.class),
                            examples = {
                                @ExampleObject(name = "TrainingDecided", ref = "#/components/examples/TrainingDecided"),
                                @ExampleObject(name = "MoreTime", ref = "#/components/examples/MoreTime"),
                                @ExampleObject(name = "MoreIsOwed", ref = "#/components/examples/MoreIsOwed")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionState.class)))
    public Response recordDecision(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid DecisionForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var decision = recordDecision.of(id, form, caller.name());
            return Versions.created("/api/v1/decisions/" + decision.id(), decision, decision.version());
        });
    }
}
