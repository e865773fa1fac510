package org.moutracker.workinggroups.clause;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.deadline.RuleReading;

/** Takes a person's word that a clause means a rule. */
@Path("/api/v1/clause-readings/{id}/confirmation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clauses")
class ConfirmationResource {

    private final ClauseReadings readings;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    ConfirmationResource(ClauseReadings readings, SecurityIdentity caller, InstantSource clock) {
        this.readings = readings;
        this.caller = caller;
        this.clock = clock;
    }

    /** Says which proposal is meant, and how the rule is to be instead. */
    @Schema(name = "ClauseConfirmation")
    record Confirming(
            @NotNull @Schema(required = true, description = "Which proposal, counted from 0.", examples = "0")
            Integer proposal,

            @Schema(
                    ref = "#/components/schemas/TimeRule",
                    description = "The rule as it is to be; without it the proposal is confirmed as it is.",
                    nullable = true)
            @Nullable
            Map<String, Object> rule,

            @Size(max = 200)
            @Schema(description = "Where the clause stands.", examples = "article 7(2)", nullable = true)
            @Nullable
            String clause) {}

    @POST
    @Transactional
    @Operation(
            summary = "Confirm a proposal",
            description =
                    "Makes a proposal, as it is or edited, a rule that keeps its clause. Each proposal is confirmed"
                            + " once: the same again changes nothing, another is refused with 409. The confirmed rule is what"
                            + " is then put into a commitment.")
    public ConfirmedRule confirmClauseReading(@PathParam("id") UUID id, @NotNull @Valid Confirming confirming) {
        var reading = readings.get(id);
        var proposals = reading.proposals();
        var proposal = confirming.proposal();
        if (proposal < 0 || proposal >= proposals.size()) {
            throw new InvalidRequest(
                    "proposal",
                    proposals.isEmpty()
                            ? "is not there: this clause was not read"
                            : "must be from 0 to " + (proposals.size() - 1));
        }
        if (confirming.clause() != null) {
            PlainText.require("clause", confirming.clause());
        }
        var rule = confirming.rule() == null
                ? RuleReading.rule("proposal", proposals.get(proposal).rule())
                : RuleReading.rule("rule", confirming.rule());
        var clause = confirming.clause() == null || confirming.clause().isBlank()
                ? null
                : confirming.clause().strip();
        var who = caller.getPrincipal().getName();
        var asked = ConfirmedRule.of(reading, proposal, rule, clause, clock.instant(), who);
        var known = readings.confirm(reading, asked);
        if (!known.saysTheSameAs(asked)) {
            throw new RuleViolated(
                    "proposal %d was confirmed otherwise by %s".formatted(proposal, known.confirmedBy()));
        }
        return known;
    }
}
