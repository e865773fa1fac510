package org.moutracker.notifications.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Says by which steps whom which deadlines are told of. */
@Path("/api/v1/alert-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alert policies", description = "By which steps whom which deadlines are told of.")
class PolicyResource {

    private static final String ID = "The policy's id";
    private static final String SOME = "01995778-6100-7000-8000-000000006001";

    private static final String NEW = """
            {"name": "Bodies are established in time", "scope": {"kind": "ESTABLISHMENT"},
             "steps": [{"step": "T-21"}, {"step": "T-7", "audience": "CO_CHAIR"},
               {"step": "T-0", "audience": "FOCAL_POINTS", "onlyIfNotAcknowledged": false}, {"step": "T+1", "audience": "FOCAL_POINTS"}],
             "repeat": {"everyDays": 7, "times": 4}, "quorum": "ALL_SIDES", "acknowledgementDays": 5}""";

    private static final String POLICY = """
            {"id": "01995778-6100-7000-8000-000000006001", "name": "Bodies are established in time",
             "scope": {"type": "KIND", "kind": "ESTABLISHMENT", "agreementId": null, "workingGroupId": null, "deadlineId": null},
             "steps": [
               {"step": "T-21", "audience": "RESPONSIBLE", "channels": ["MAIL", "IN_APP"], "onlyIfNotAcknowledged": true},
               {"step": "T-7", "audience": "CO_CHAIR", "channels": ["MAIL", "IN_APP"], "onlyIfNotAcknowledged": true},
               {"step": "T-0", "audience": "FOCAL_POINTS", "channels": ["MAIL", "IN_APP"], "onlyIfNotAcknowledged": false},
               {"step": "T+1", "audience": "FOCAL_POINTS", "channels": ["MAIL", "IN_APP"], "onlyIfNotAcknowledged": false}],
             "repeat": {"everyDays": 7, "times": 4}, "quorum": "ALL_SIDES", "acknowledgementDays": 5,
             "otherSideInLastStep": false, "createdAt": "2025-09-18T07:00:00Z", "changedAt": "2025-09-18T07:00:00Z",
             "rollOut": {"lookedAt": 12000, "changed": 317, "begunAt": "2025-09-18T07:00:00Z", "finishedAt": null}}""";

    private final ChangePolicies change;
    private final PolicyPatch patch;
    private final PolicyPages pages;
    private final Idempotency idempotency;

    PolicyResource(ChangePolicies change, PolicyPatch patch, PolicyPages pages, Idempotency idempotency) {
        this.change = change;
        this.patch = patch;
        this.pages = pages;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Create a policy",
            description =
                    "For one kind, agreement, group or deadline; there can be one for each. Of several that concern a "
                            + "deadline the most special holds: deadline, group, agreement, kind, and otherwise the built-in ladder. "
                            + "Plans are made anew from now on, bit by bit: rollOut says how far it is. What was told is not told "
                            + "again, and of the steps that are past by now none but the latest is made up for.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyForm.class),
                            examples = @ExampleObject(name = "For a kind", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "The policy",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.class),
                            examples = @ExampleObject(name = "For a kind", value = POLICY)))
    public Response create(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid PolicyForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var policy = change.create(form);
            return Versions.created("/api/v1/alert-policies/" + policy.id(), policy, policy.version());
        });
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List policies", description = "Oldest first. The built-in ladder is none of them.")
    @APIResponse(
            responseCode = "200",
            description = "One page of policies",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One policy",
                                            value = "{\"items\": [" + POLICY + "], \"next\": null}")))
    public RestResponse<Page<PolicyView>> list(
            @Parameter(description = "Only those for such", example = "KIND") @QueryParam("scope") @Nullable
                    ScopeType scope,
            @Parameter(description = "Only the one for this kind", example = "ESTABLISHMENT")
                    @QueryParam("kind")
                    @Nullable
                    Kind kind,
            @Parameter(
                            description = "Only the one for this agreement",
                            example = "01995778-5a00-7000-8000-00000000a001")
                    @QueryParam("agreement")
                    @Nullable
                    UUID agreement,
            @Parameter(description = "Only the one for this group", example = "01995778-5a80-7000-8000-00000000e001")
                    @QueryParam("workingGroup")
                    @Nullable
                    UUID workingGroup,
            @Parameter(description = "Only the one for this deadline", example = "01995778-5a80-7000-8000-00000000d001")
                    @QueryParam("deadline")
                    @Nullable
                    UUID deadline,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Cursor.parse(cursor, 1).uuid(0);
        var found = pages.find(new PolicyPages.Filter(scope, kind, agreement, workingGroup, deadline), after, size + 1);
        return Pages.of(found, size, policy -> Cursor.of(policy.id()), policy -> policy, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a policy", description = "With how far its last change has come.")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.class),
                            examples = @ExampleObject(name = "For a kind", value = POLICY)))
    public RestResponse<PolicyView> show(@Parameter(description = ID, example = SOME) @PathParam("id") UUID id) {
        return answer(pages.find(id).orElseThrow(() -> new NotFound("alert policy")));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Blocking
    @Transactional
    @Operation(
            summary = "Change a policy",
            description =
                    "A JSON merge patch (RFC 7396) of everything but the scope; steps are given as a whole. When more "
                            + "than the name changes, plans are made anew as after its creation.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            example = "{\"quorum\": \"ANY\", \"repeat\": null}"))
    @APIResponse(
            responseCode = "200",
            description = "The policy since",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.class),
                            examples = @ExampleObject(name = "For a kind", value = POLICY)))
    public RestResponse<PolicyView> change(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        var policy = change.lock(id);
        Versions.require(ifMatch, policy.version());
        return answer(change.change(policy, patch.apply(changes, PolicyChange.of(policy))));
    }

    @DELETE
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(
            summary = "Delete a policy",
            description = "Plans that went by it go by the next that concerns them, or by the built-in ladder.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        change.delete(id, ifMatch);
    }

    private static RestResponse<PolicyView> answer(PolicyView policy) {
        return Versions.answer(policy, policy.version());
    }
}
