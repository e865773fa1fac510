package org.moutracker.workinggroups.decision;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.workinggroup.LockGroup;

/** Takes decisions back. */
@Path("/api/v1/decisions/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@Transactional
class DecisionCommandResource {

    private final LockGroup groups;
    private final DecisionRepository decisions;
    private final DecisionLedger ledger;
    private final VoidDecision voidDecision;
    private final Caller caller;

    DecisionCommandResource(
            LockGroup groups,
            DecisionRepository decisions,
            DecisionLedger ledger,
            VoidDecision voidDecision,
            Caller caller) {
        this.groups = groups;
        this.decisions = decisions;
        this.ledger = ledger;
        this.voidDecision = voidDecision;
        this.caller = caller;
    }

    /** Names the later decision and says why. */
    @Schema(name = "Revocation")
    record Revocation(
            @NotNull @Schema(required = true, description = "The later decision of the same group.")
            UUID by,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "the training takes place in Karachi")
            String reason) {}

    /** Says why it should not be there. */
    @Schema(name = "DecisionVoiding")
    record Mistake(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "entered for the wrong group")
            String reason) {}

    @POST
    @Path("/revocation")
    @Operation(
            summary = "Revoke a decision",
            description =
                    "A later decision takes it back for the future. What was done because of it stays; its action items"
                            + " that are open still are cancelled. Commitments that it opened stay: the later decision closes them.")
    public RestResponse<DecisionState> revokeDecision(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Revocation revocation) {
        var decision = lock(id, ifMatch);
        var by = decisions
                .findByIdOptional(revocation.by())
                .orElseThrow(() -> new InvalidRequest("by", "is not a decision that is known"));
        var event = decision.revoke(by, revocation.reason().strip());
        voidDecision.revoked(decision, by, caller.name());
        return told(event);
    }

    @POST
    @Path("/voiding")
    @Operation(
            summary = "Void a decision",
            description =
                    "It was entered by mistake. Its number stays taken. What came of it is undone where it can be, and"
                            + " each effect says so: action items that are open are cancelled, commitments that it opened are cancelled"
                            + " and those that it closed count again, days that were told and groups that were created stay.")
    public RestResponse<DecisionState> voidDecision(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Mistake mistake) {
        var decision = lock(id, ifMatch);
        return told(voidDecision.of(decision, mistake.reason().strip(), caller.name()));
    }

    private Decision lock(UUID id, @Nullable String ifMatch) {
        var _ = groups.lock(decisions.groupOf(id));
        var decision = decisions.lock(id);
        Versions.allow(ifMatch, decision.version);
        return decision;
    }

    private RestResponse<DecisionState> told(DecisionEvent event) {
        ledger.tell(event, caller.name());
        return Versions.answer(event.state(), event.state().version());
    }
}
