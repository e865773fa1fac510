package org.moutracker.agreements.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
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
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.agreements.agreement.AmendAgreement;
import org.moutracker.agreements.agreement.Forms;
import org.moutracker.agreements.json.MergePatch;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;

@Path("/api/v1/agreements/{id}/amendments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Amendments",
        description =
                "What the parties change of a signed agreement: proposed, consented to side by side, in effect by itself.")
class AmendmentResource {

    private final AmendmentRepository amendments;
    private final AmendAgreement agreements;
    private final ProposeAmendment propose;
    private final PreviewAmendment preview;
    private final ApplyAmendments apply;
    private final ViewAmendments views;
    private final Forms forms;
    private final ObjectMapper json;
    private final Idempotency idempotency;
    private final OwnSide side;
    private final InstantSource clock;

    AmendmentResource(
            AmendmentRepository amendments,
            AmendAgreement agreements,
            ProposeAmendment propose,
            PreviewAmendment preview,
            ApplyAmendments apply,
            ViewAmendments views,
            Forms forms,
            ObjectMapper json,
            Idempotency idempotency,
            OwnSide side,
            InstantSource clock) {
        this.amendments = amendments;
        this.agreements = agreements;
        this.propose = propose;
        this.preview = preview;
        this.apply = apply;
        this.views = views;
        this.forms = forms;
        this.json = json;
        this.idempotency = idempotency;
        this.side = side;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Propose an amendment",
            description =
                    "Its changes are a JSON merge patch (RFC 7396) of the terms; they are held to all rules of a new "
                            + "agreement at once. Consents that are known already can come with it. Once every side has "
                            + "consented and its day has come, it takes effect by itself: terms, commitments and deadlines "
                            + "follow, and each deadline that moves names it as the cause.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmendmentForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "Five years more",
                                            ref = "#/components/examples/FiveYearsMore")))
    @APIResponse(
            responseCode = "201",
            description = "The amendment",
            content = @Content(schema = @Schema(implementation = AmendmentView.class)))
    public Response propose(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid AmendmentForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var ground = agreements.lock(id, clock.instant());
            return created(propose.propose(ground, form, clock.instant()));
        });
    }

    @GET
    @Operation(summary = "List amendments", description = "Of one agreement, in the order of their numbers.")
    public RestResponse<Page<AmendmentView>> list(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var ground = agreements.read(id, clock.instant());
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).number(0))
                .orElse(0L);
        return Pages.of(
                amendments.page(id, after, size + 1),
                size,
                amendment -> Cursor.of(amendment.number),
                amendment -> views.view(amendment, ground),
                uri);
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "Read an amendment", description = "One amendment by its number.")
    public RestResponse<AmendmentView> read(@PathParam("id") UUID id, @PathParam("number") int number) {
        var ground = agreements.read(id, clock.instant());
        return answer(views.view(amendments.get(id, number), ground));
    }

    @GET
    @Path("/{number}/preview")
    @Operation(
            summary = "Preview an amendment",
            description =
                    "What it would change if it took effect: the fields, the agreement's own times, and the question "
                            + "that tells which deadlines would move. Nothing is stored.")
    public AmendmentPreview preview(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @Parameter(description = "The day to suppose; its own unless told, today while that is not known")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on) {
        var ground = agreements.read(id, clock.instant());
        return preview.preview(amendments.get(id, number), ground, on);
    }

    @PATCH
    @Path("/{number}")
    @Consumes("application/merge-patch+json")
    @Transactional
    @Operation(
            summary = "Reword an amendment",
            description =
                    "A JSON merge patch (RFC 7396). Everything but its consents, as long as nobody has consented; of one "
                            + "that is BLOCKED its changes alone, and with changes that can be applied it takes effect at once. "
                            + "`changes` is replaced as a whole.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            example = "{\"changes\": {\"term\": {\"period\": \"P10Y\"}}}"))
    public RestResponse<AmendmentView> reword(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull JsonNode patch) {
        var ground = agreements.lock(id, clock.instant());
        var amendment = amendments.get(id, number);
        Versions.require(ifMatch, amendment.version);
        return answer(propose.reword(ground, amendment, merged(amendment, patch), clock.instant()));
    }

    /** The form with the patch applied; its changes are a patch themselves, in which null has a meaning. */
    private AmendmentForm merged(Amendment amendment, JsonNode patch) {
        if (!(patch instanceof ObjectNode wanted)) {
            throw new InvalidRequest("", "must be an object");
        }
        if (wanted.has("consents")) {
            throw new InvalidRequest("consents", "are recorded one by one, below /consents");
        }
        var rest = wanted.deepCopy();
        var changes = rest.remove("changes");
        var form = (ObjectNode) MergePatch.merge(json.valueToTree(amendment.form()), rest);
        if (changes != null) {
            form.set("changes", changes);
        }
        return forms.read(form, AmendmentForm.class);
    }

    @POST
    @Path("/{number}/consents")
    @Transactional
    @Operation(
            summary = "Record a consent",
            description =
                    "Of a party, also on its behalf with the evidence. With the last side's the amendment is AGREED, and "
                            + "IN_EFFECT in the same answer if its day has come. A consent whose day was not known can be recorded "
                            + "again with it.")
    @APIResponse(
            responseCode = "201",
            description = "The amendment with what follows from the consent",
            content = @Content(schema = @Schema(implementation = AmendmentView.class)))
    public Response consent(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Consent consent,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, consent, () -> {
            var ground = agreements.lock(id, clock.instant());
            side.requireVoice("party", consent.party(), id, ground.sides());
            return created(propose.consent(ground, amendments.get(id, number), consent, clock.instant()));
        });
    }

    @POST
    @Path("/{number}/withdrawal")
    @Transactional
    @Operation(
            summary = "Withdraw an amendment",
            description = "Before it takes effect; it stays on record with the reason.")
    public RestResponse<AmendmentView> withdraw(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @Parameter(description = "Withdraws this version alone") @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid WithdrawalForm form) {
        var ground = agreements.lock(id, clock.instant());
        var amendment = amendments.get(id, number);
        if (ifMatch != null) {
            Versions.require(ifMatch, amendment.version);
        }
        amendment.withdraw(form.reason(), clock.instant());
        amendments.flush();
        apply.await(id);
        return answer(views.view(amendment, ground));
    }

    private static Response created(AmendmentView amendment) {
        return Response.created(location(amendment))
                .header("ETag", Versions.etag(amendment.version()))
                .entity(amendment)
                .build();
    }

    private static URI location(AmendmentView amendment) {
        return URI.create("/api/v1/agreements/%s/amendments/%d".formatted(amendment.agreementId(), amendment.number()));
    }

    private static RestResponse<AmendmentView> answer(AmendmentView amendment) {
        return RestResponse.ResponseBuilder.ok(amendment)
                .header("ETag", Versions.etag(amendment.version()))
                .build();
    }
}
