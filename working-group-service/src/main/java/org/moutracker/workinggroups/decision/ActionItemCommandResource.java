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
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.deadline.ActOnDeadline;
import org.moutracker.workinggroups.workinggroup.LockGroup;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;

/** Changes action items, by their deadlines. */
@Path("/api/v1/action-items/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Action items")
@Transactional
class ActionItemCommandResource {

    private final LockGroup groups;
    private final ActionItems actionItems;
    private final ActionItemRepository items;
    private final ActOnDeadline actOnDeadline;
    private final Caller caller;
    private final InstantSource clock;

    ActionItemCommandResource(
            LockGroup groups,
            ActionItems actionItems,
            ActionItemRepository items,
            ActOnDeadline actOnDeadline,
            Caller caller,
            InstantSource clock) {
        this.groups = groups;
        this.actionItems = actionItems;
        this.items = items;
        this.actOnDeadline = actOnDeadline;
        this.caller = caller;
        this.clock = clock;
    }

    /** Says that it is done. */
    @Schema(name = "ActionCompletion")
    record Done(
            @NotNull @Schema(required = true, examples = "2026-05-28")
            LocalDate on,

            @Size(max = 2000) @Schema(examples = "twelve names", nullable = true) @Nullable
            String note,

            @Size(max = 2000)
            @Schema(
                    description = "Where it can be seen, as an absolute URI.",
                    examples = "https://records.example/lists/7.pdf",
                    nullable = true)
            @Nullable
            String evidence) {}

    /** Says who sees to it from now on. */
    @Schema(name = "Reassignment")
    record Reassignment(
            @Schema(
                    description = "A member of the same party; left out when the party has yet to say.",
                    nullable = true)
            @Nullable
            UUID member) {}

    /** Says why. */
    @Schema(name = "ActionReason")
    record Because(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "the hospital sends the list itself")
            String reason) {}

    @POST
    @Path("/completion")
    @Operation(
            summary = "Complete an action item",
            description = "It is done on that day, which is not in the future. Its deadline is MET, in time or late.")
    public RestResponse<ActionView> completeActionItem(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Done done) {
        requireUri(done.evidence());
        return change(id, ifMatch, (item, group) -> {
            item.complete(done.note(), done.evidence());
            actOnDeadline.complete(item.deadlineId, done.on(), done.note(), caller.name());
        });
    }

    @POST
    @Path("/reassignment")
    @Operation(
            summary = "Give an action item to somebody else",
            description =
                    "To another member of the same party, who is reminded from now on, or to nobody in particular.")
    public RestResponse<ActionView> reassignActionItem(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reassignment to) {
        var member = to.member();
        return change(
                id,
                ifMatch,
                (item, group) -> actionItems.reassign(
                        item, member == null ? null : group.seat("member", member, item.party), caller.name()));
    }

    @POST
    @Path("/cancellation")
    @Operation(
            summary = "Cancel an action item",
            description = "It is not wanted any more. Its deadline is CANCELLED, which cannot be taken back.")
    public RestResponse<ActionView> cancelActionItem(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return change(
                id,
                ifMatch,
                (item, group) ->
                        actOnDeadline.cancel(item.deadlineId, because.reason().strip(), caller.name()));
    }

    @POST
    @Path("/reopening")
    @Operation(
            summary = "Reopen an action item",
            description =
                    "It is not done after all; also one that was waived counts again. What was said of its completion"
                            + " is the deadline's history from now on.")
    public RestResponse<ActionView> reopenActionItem(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return change(id, ifMatch, (item, group) -> {
            item.complete(null, null);
            actOnDeadline.reopen(item.deadlineId, because.reason().strip(), caller.name());
        });
    }

    private RestResponse<ActionView> change(UUID id, @Nullable String ifMatch, BiConsumer<ActionItem, Locked> command) {
        var group = groups.lock(items.groupOf(id));
        var item = items.lock(id);
        actOnDeadline.lock(item.deadlineId);
        Versions.allow(ifMatch, items.row(id).version());
        command.accept(item, group);
        items.flush();
        return ActionItemResource.answer(ActionView.of(items.row(id), clock.instant()));
    }

    private static void requireUri(@Nullable String evidence) {
        try {
            if (evidence == null || new URI(evidence).isAbsolute()) {
                return;
            }
        } catch (URISyntaxException e) {
            // Answered below as any other text that is no address.
        }
        throw new InvalidRequest("evidence", "must be an absolute URI such as https://records.example/lists/7.pdf");
    }
}
