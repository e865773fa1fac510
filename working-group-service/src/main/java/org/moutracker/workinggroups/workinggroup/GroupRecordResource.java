package org.moutracker.workinggroups.workinggroup;

import static java.util.Objects.requireNonNullElse;

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
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
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
import org.moutracker.workinggroups.workinggroup.AgreedTerms.Agreed;
import org.moutracker.workinggroups.workinggroup.GroupLedger.Happened;

/** Agrees terms of reference, and reads them and whatever else ever happened to a working group. */
@Path("/api/v1/working-groups/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Working groups")
class GroupRecordResource {

    private final WorkingGroupRepository groups;
    private final AgreedTerms agreedTerms;
    private final FillSeats fillSeats;
    private final ConstituteGroup constituteGroup;
    private final AskRules rules;
    private final GroupLedger ledger;
    private final Idempotency idempotency;
    private final ChangeGroup change;

    GroupRecordResource(
            WorkingGroupRepository groups,
            AgreedTerms agreedTerms,
            FillSeats fillSeats,
            ConstituteGroup constituteGroup,
            AskRules rules,
            GroupLedger ledger,
            Idempotency idempotency,
            ChangeGroup change) {
        this.groups = groups;
        this.agreedTerms = agreedTerms;
        this.fillSeats = fillSeats;
        this.constituteGroup = constituteGroup;
        this.rules = rules;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.change = change;
    }

    @POST
    @Path("/terms-of-reference")
    @Transactional
    @Operation(
            summary = "Agree on terms of reference",
            description =
                    "A new version of the rules by which the group works, as a whole; it counts at once, and since a day"
                            + " that is not to come. A composition that comes with it says anew who is missing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TermsForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "TermsOfReference",
                                            ref = "#/components/examples/TermsOfReference")))
    @APIResponse(
            responseCode = "201",
            description = "The version",
            content = @Content(schema = @Schema(implementation = Agreed.class)))
    public Response agreeTerms(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TermsForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var agreed = change.asking(id, ifMatch, (group, now, who) -> agree(form, group, now, who));
            return Response.created(URI.create(
                            "/api/v1/working-groups/%s/terms-of-reference/%d".formatted(id, agreed.version())))
                    .entity(agreed)
                    .build();
        });
    }

    private Agreed agree(TermsForm form, WorkingGroup group, Instant now, String who) {
        var terms = form.checked("", group.terms().version() + 1, group.parties());
        var composition = requireNonNullElse(form.composition(), group.circle.composition());
        ledger.tell(group.agree(terms, composition, form.reason(), now), who);
        var agreed = new Agreed(terms.version(), terms, composition, form.document(), form.reason(), now, who);
        agreedTerms.keep(group.id(), agreed);
        fillSeats.of(group, now, who);
        constituteGroup.ifComplete(group, group.parties().getFirst(), now, who);
        rules.about(group, who);
        return agreed;
    }

    @GET
    @Path("/terms-of-reference")
    @Operation(
            summary = "List the terms of reference",
            description =
                    "Every version that was agreed, the oldest first. Version 1, which holds before anything is agreed,"
                            + " is not among them.")
    public RestResponse<Page<Agreed>> listTerms(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).number(0)).orElse(0L);
        groups.requireThere(id);
        return Pages.of(agreedTerms.after(id, after, size + 1), size, row -> Cursor.of(row.version()), row -> row, uri);
    }

    @GET
    @Path("/terms-of-reference/{version}")
    @Operation(summary = "Read a version of the terms of reference", description = "As it was agreed.")
    public Agreed readTerms(@PathParam("id") UUID id, @PathParam("version") int version) {
        return agreedTerms.after(id, version - 1, 1).stream()
                .filter(agreed -> agreed.version() == version)
                .findFirst()
                .orElseThrow(() -> new org.moutracker.platform.problem.NotFound("version of the terms of reference"));
    }

    @GET
    @Path("/history")
    @Operation(
            summary = "Read what happened to a working group",
            description = "Every change, the oldest first: what, when, who and why. Members stand there by id alone.")
    public RestResponse<Page<Happened>> readHistory(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).number(0)).orElse(0L);
        groups.requireThere(id);
        return Pages.of(ledger.history(id, after, size + 1), size, row -> Cursor.of(row.id()), row -> row, uri);
    }
}
