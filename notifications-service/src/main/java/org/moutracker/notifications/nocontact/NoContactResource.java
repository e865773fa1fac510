package org.moutracker.notifications.nocontact;

import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** Marks who must not be told anything, and shows who is marked. */
@Path("/api/v1/no-contact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "No contact",
        description =
                "Who must not be told of any deadline: a side of an agreement, or an organization wherever it stands."
                        + " For those who keep the register alone.")
class NoContactResource {

    private static final String MARK = """
            {"id": "01995778-7800-7000-8000-00000000bb01", "agreementId": "01995778-5a00-7000-8000-00000000a001",
             "side": "PS", "organizationId": null, "since": "2025-10-01T08:00:00Z", "liftedAt": null,
             "history": [{"at": "2025-10-01T08:00:00Z", "what": "MARKED", "by": "b-ahmed",
               "reason": "Note verbale 31/2025: all correspondence through the embassy"}]}""";

    private static final String LIFTED = """
            {"id": "01995778-7800-7000-8000-00000000bb02", "agreementId": null, "side": null,
             "organizationId": "01995778-5a00-7000-8000-000000000102", "since": "2025-10-01T08:00:00Z",
             "liftedAt": "2025-11-01T08:00:00Z",
             "history": [{"at": "2025-10-01T08:00:00Z", "what": "MARKED", "by": "b-ahmed",
               "reason": "The ministry asked for it by telephone"},
              {"at": "2025-11-01T08:00:00Z", "what": "LIFTED", "by": "b-ahmed",
               "reason": "Note verbale 40/2025: direct correspondence is welcome again"}]}""";

    private static final String ID = "01995778-7800-7000-8000-00000000bb01";

    private final NoContacts marks;
    private final NoContactHistory history;
    private final MarkNoContact command;
    private final Idempotency idempotency;

    NoContactResource(NoContacts marks, NoContactHistory history, MarkNoContact command, Idempotency idempotency) {
        this.marks = marks;
        this.history = history;
        this.command = command;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Mark who must not be told anything",
            description = "From now on nobody of that side, or of the parties behind which that organization stands, is"
                    + " told of a deadline: alerts that have fired for them end, and messages that wait are cancelled."
                    + " The other sides are told as before.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NoContactForm.class),
                            examples = {
                                @ExampleObject(name = "A side", value = """
                                    {"agreementId": "01995778-5a00-7000-8000-00000000a001", "side": "PS",
                                     "reason": "Note verbale 31/2025: all correspondence through the embassy"}"""),
                                @ExampleObject(name = "An organization", value = """
                                    {"organizationId": "01995778-5a00-7000-8000-000000000102",
                                     "reason": "The ministry asked for it by telephone"}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "It is marked",
            content =
                    @Content(
                            schema = @Schema(implementation = NoContactView.class),
                            examples = @ExampleObject(name = "A side", value = MARK)))
    public Response mark(
            @NotNull @Valid NoContactForm form,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var mark = command.mark(form);
            return Versions.created("/api/v1/no-contact/" + mark.id(), view(mark), mark.version());
        });
    }

    @POST
    @Path("/{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Lift a mark",
            description = "From now on they are told again, beginning with the latest step that has come meanwhile. It"
                    + " stays on record; to mark them again make a new one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = LiftingForm.class),
                            examples = @ExampleObject(name = "Why", value = """
                                    {"reason": "Note verbale 40/2025: direct correspondence is welcome again"}""")))
    @APIResponse(
            responseCode = "200",
            description = "It is lifted",
            content =
                    @Content(
                            schema = @Schema(implementation = NoContactView.class),
                            examples = @ExampleObject(name = "An organization", value = LIFTED)))
    public RestResponse<NoContactView> lift(
            @Parameter(description = "The mark's id", example = ID) @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LiftingForm form) {
        var mark = marks.lock(id).orElseThrow(NoContactResource::notFound);
        Versions.allow(ifMatch, mark.version());
        return answer(command.lift(mark, form.reason()));
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List who is marked", description = "The latest first, also those that were lifted.")
    @APIResponse(
            responseCode = "200",
            description = "One page of marks",
            content =
                    @Content(
                            schema = @Schema(implementation = NoContactView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that stands",
                                            value = "{\"items\": [" + MARK + "], \"next\": null}")))
    public RestResponse<Page<NoContactView>> list(
            @Parameter(
                            description = "Only of sides of this agreement",
                            example = "01995778-5a00-7000-8000-00000000a001")
                    @QueryParam("agreement")
                    @Nullable
                    UUID agreement,
            @Parameter(description = "Only of this organization", example = "01995778-5a00-7000-8000-000000000102")
                    @QueryParam("organization")
                    @Nullable
                    UUID organization,
            @Parameter(description = "Only those that stand, or were lifted", example = "true")
                    @QueryParam("standing")
                    @Nullable
                    Boolean standing,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Cursor.parse(cursor, 1).uuid(0);
        var found = marks.page(new NoContacts.Filter(agreement, organization, standing), after, size + 1);
        var steps = history.of(found.stream().map(Mark::id).toList());
        return Pages.of(
                found,
                size,
                mark -> Cursor.of(mark.id()),
                mark -> NoContactView.of(mark, steps.getOrDefault(mark.id(), List.of())),
                uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a mark", description = "With who marked and lifted it, and why.")
    @APIResponse(
            responseCode = "200",
            description = "The mark",
            content =
                    @Content(
                            schema = @Schema(implementation = NoContactView.class),
                            examples = {
                                @ExampleObject(name = "A side", value = MARK),
                                @ExampleObject(name = "An organization, lifted", value = LIFTED)
                            }))
    public RestResponse<NoContactView> show(
            @Parameter(description = "The mark's id", example = ID) @PathParam("id") UUID id) {
        return answer(marks.find(id).orElseThrow(NoContactResource::notFound));
    }

    private static NotFound notFound() {
        return new NotFound("mark");
    }

    private RestResponse<NoContactView> answer(Mark mark) {
        return Versions.answer(view(mark), mark.version());
    }

    private NoContactView view(Mark mark) {
        return NoContactView.of(mark, history.of(List.of(mark.id())).getOrDefault(mark.id(), List.of()));
    }
}
