package org.moutracker.workinggroups.workinggroup;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.workinggroup.MandatingAgreements.Mandating;

/** Lets a working group see to one agreement more, or one less. */
@Path("/api/v1/working-groups/{id}/agreements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Working groups")
class GroupAgreementsResource {

    private final ChangeGroup change;
    private final FoundGroup foundGroup;
    private final GroupDeadlines deadlines;
    private final ConstituteGroup constituteGroup;
    private final AskRules rules;
    private final FillSeats fillSeats;
    private final GroupLedger ledger;

    GroupAgreementsResource(
            ChangeGroup change,
            FoundGroup foundGroup,
            GroupDeadlines deadlines,
            ConstituteGroup constituteGroup,
            AskRules rules,
            FillSeats fillSeats,
            GroupLedger ledger) {
        this.change = change;
        this.foundGroup = foundGroup;
        this.deadlines = deadlines;
        this.constituteGroup = constituteGroup;
        this.rules = rules;
        this.fillSeats = fillSeats;
        this.ledger = ledger;
    }

    /** Names an agreement. */
    record SeenTo(@NotNull @Schema(required = true) UUID agreementId) {}

    @POST
    @Operation(
            summary = "See to another agreement",
            description = "Its parties sit in the group from now on, and may have to name somebody.")
    public RestResponse<WorkingGroupView> seeToAgreement(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SeenTo seenTo) {
        return WorkingGroupResource.answer(change.by(id, ifMatch, (group, now, who) -> {
            var added = foundGroup.require("agreementId", List.of(seenTo.agreementId()));
            var all = group.agreementsWith(added.getFirst().id());
            seeTo(foundGroup.require("agreements", all), group, now, who);
        }));
    }

    @DELETE
    @Path("/{agreementId}")
    @Operation(
            summary = "See to an agreement no more",
            description =
                    "Not to the last one, not while somebody sits for a party of it alone, not while deadlines count"
                            + " with it that the group has set.")
    public RestResponse<WorkingGroupView> leaveAgreement(
            @PathParam("id") UUID id,
            @PathParam("agreementId") UUID agreementId,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return WorkingGroupResource.answer(change.by(id, ifMatch, (group, now, who) -> {
            var rest = group.agreementsWithout(agreementId);
            if (deadlines.countsWith(id, agreementId)) {
                throw new RuleViolated("open deadlines that the group has set count with this agreement");
            }
            seeTo(foundGroup.require("agreements", rest), group, now, who);
        }));
    }

    private void seeTo(List<Mandating> agreements, WorkingGroup group, Instant now, String who) {
        var parties = FoundGroup.parties(agreements);
        ledger.tell(
                group.seeTo(
                        agreements.stream().map(Mandating::id).toList(), parties, FoundGroup.grounds(agreements), now),
                who);
        fillSeats.of(group, now, who);
        rules.about(group, who);
        constituteGroup.ifComplete(group, parties.getFirst(), now, who);
    }
}
