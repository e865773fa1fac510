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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
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
import org.moutracker.workinggroups.workinggroup.LockGroup;

/** Takes in action items that no decision assigns. */
@Path("/api/v1/working-groups/{id}/action-items")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Action items", description = "What parties and their members took on, until when, and what became of it.")
class TakingOnResource {

    private final LockGroup groups;
    private final ActionItems actionItems;
    private final ActionItemRepository items;
    private final Idempotency idempotency;
    private final Caller caller;
    private final InstantSource clock;

    TakingOnResource(
            LockGroup groups,
            ActionItems actionItems,
            ActionItemRepository items,
            Idempotency idempotency,
            Caller caller,
            InstantSource clock) {
        this.groups = groups;
        this.actionItems = actionItems;
        this.items = items;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Something that is taken on. */
    @Schema(name = "NewActionItem")
    record ActionForm(
            @NotBlank @Size(max = 500) @Schema(required = true, examples = "Send the list of trainees")
            String title,

            @NotBlank @Schema(required = true, description = "The code of a party of the group.", examples = "PS")
            String party,

            @Schema(description = "The member of that party who takes it on.", nullable = true) @Nullable
            UUID assignee,

            @NotNull @Schema(required = true, ref = "#/components/schemas/RuleOrDate")
            Object due) {}

    @POST
    @Transactional
    @Operation(
            summary = "Take on an action item",
            description =
                    "Without a decision. Its deadline is opened with it, and says what becomes of it: who meets, waives"
                            + " or extends the one does so to the other.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActionForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "ListOfTrainees",
                                            ref = "#/components/examples/ListOfTrainees")))
    @APIResponse(
            responseCode = "201",
            description = "The action item",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response takeOnActionItem(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid ActionForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var assign = new Effect.AssignAction(form.title(), form.party(), form.assignee(), form.due());
            var item = actionItems.taken(groups.lock(id), assign, caller.name());
            items.flush();
            var view = ActionView.of(items.row(item.id), clock.instant());
            return Versions.created("/api/v1/action-items/" + item.id, view, view.version());
        });
    }
}
