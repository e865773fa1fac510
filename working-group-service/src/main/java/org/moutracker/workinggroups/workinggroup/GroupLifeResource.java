package org.moutracker.workinggroups.workinggroup;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.workinggroups.deadline.GroupDeadlines;

/** Brings working groups from one stage of their life to the next. */
@Path("/api/v1/working-groups/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Working groups")
class GroupLifeResource {

    private final ChangeGroup change;
    private final ConstituteGroup constituteGroup;
    private final Lineage lineage;
    private final GroupDeadlines deadlines;
    private final AskRules rules;
    private final GroupLedger ledger;

    GroupLifeResource(
            ChangeGroup change,
            ConstituteGroup constituteGroup,
            Lineage lineage,
            GroupDeadlines deadlines,
            AskRules rules,
            GroupLedger ledger) {
        this.change = change;
        this.constituteGroup = constituteGroup;
        this.lineage = lineage;
        this.deadlines = deadlines;
        this.rules = rules;
        this.ledger = ledger;
    }

    /** Says since when a group is established. */
    record Constitution(
            @NotNull @Schema(required = true, examples = "2025-10-14")
            LocalDate on) {}

    /** Says since when a group works. */
    record Activation(
            @NotNull @Schema(required = true, examples = "2025-11-03")
            LocalDate on) {}

    /** Says since when a group's work is done, and why. */
    record Conclusion(
            @NotNull @Schema(required = true, examples = "2028-09-16")
            LocalDate on,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "the programme is complete")
            String reason) {}

    /** Says why a group will not be established. */
    record Abandonment(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "the sides have agreed to work without it")
            String reason) {}

    @POST
    @Path("/constitution")
    @Operation(
            summary = "Constitute a working group",
            description = "Says that the group is established since that day. It comes by itself when nobody is missing"
                    + " any more, so this is for groups that were complete before. Meets the establishment deadline.")
    public RestResponse<WorkingGroupView> constituteWorkingGroup(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Constitution constitution) {
        return WorkingGroupResource.answer(
                change.by(id, ifMatch, (group, now, who) -> constituteGroup.on(constitution.on(), group, now, who)));
    }

    @POST
    @Path("/activation")
    @Operation(
            summary = "Activate a working group",
            description = "Says that the group works since that day, though it does not meet: its terms have no meeting"
                    + " rule. One that has a meeting rule becomes active when it meets.")
    public RestResponse<WorkingGroupView> activateWorkingGroup(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Activation activation) {
        return WorkingGroupResource.answer(
                change.by(id, ifMatch, (group, now, who) -> ledger.tell(group.activate(activation.on(), now), who)));
    }

    @POST
    @Path("/conclusion")
    @Operation(
            summary = "Conclude a working group",
            description = "Its work is done. Whatever it has set as a deadline and is still open is cancelled. Its"
                    + " sub-groups must have ended before.")
    public RestResponse<WorkingGroupView> concludeWorkingGroup(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Conclusion conclusion) {
        var reason = conclusion.reason().strip();
        return WorkingGroupResource.answer(change.by(id, ifMatch, (group, now, who) -> {
            lineage.requireNothingBelow(id);
            over(group.conclude(conclusion.on(), reason, now), "the group is concluded", group, who);
        }));
    }

    @POST
    @Path("/abandonment")
    @Operation(
            summary = "Abandon a working group",
            description =
                    "It will not be established. Whatever it has set as a deadline is cancelled; the commitment to"
                            + " establish it, if there is one, stays, and so does its deadline.")
    public RestResponse<WorkingGroupView> abandonWorkingGroup(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Abandonment abandonment) {
        var reason = abandonment.reason().strip();
        return WorkingGroupResource.answer(change.by(id, ifMatch, (group, now, who) -> {
            lineage.requireNothingBelow(id);
            over(group.abandon(reason, now), "the group is abandoned", group, who);
        }));
    }

    private void over(WorkingGroupEvent event, String because, WorkingGroup group, String who) {
        ledger.tell(event, who);
        deadlines.end(group.id(), because, who);
        rules.about(group, who);
    }
}
