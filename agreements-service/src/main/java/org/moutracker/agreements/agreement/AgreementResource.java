package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.RuleViolated;

@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "Registered, read, changed; followed through their whole life.")
class AgreementResource {

    private final AgreementRepository agreements;
    private final CommitmentRepository commitments;
    private final RecordAgreement record;
    private final AgreementPatch patch;
    private final Idempotency idempotency;
    private final Outbox outbox;

    AgreementResource(
            AgreementRepository agreements,
            CommitmentRepository commitments,
            RecordAgreement record,
            AgreementPatch patch,
            Idempotency idempotency,
            Outbox outbox) {
        this.agreements = agreements;
        this.commitments = commitments;
        this.record = record;
        this.patch = patch;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Register an agreement",
            description =
                    "With the signatures of every side it is SIGNED at once, be the day known or not; with a rule ON_SIGNATURE "
                            + "and full dates it is IN_FORCE in the same answer. Otherwise it is a DRAFT, of which nobody else hears. "
                            + "Its commitments, their working groups and deadlines follow by events within two seconds. An "
                            + "organization that is named and not known is added; the answer says which others it looks like.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgreementForm.class),
                            examples =
                                    @org.eclipse.microprofile.openapi.annotations.media.ExampleObject(
                                            name = "Pakistan–Palestine health MoU",
                                            ref = "#/components/examples/HealthMou")))
    @APIResponse(
            responseCode = "201",
            description = "The agreement as registered",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response register(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid AgreementForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(record.register(form)));
    }

    static Response created(AgreementView agreement) {
        return Response.created(URI.create("/api/v1/agreements/" + agreement.id()))
                .header("ETag", Versions.etag(agreement.version()))
                .entity(agreement)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an agreement", description = "The agreement with its commitments.")
    public RestResponse<AgreementView> read(@PathParam("id") UUID id) {
        return answer(view(agreements.get(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Transactional
    @Operation(
            summary = "Change an agreement",
            description =
                    "A JSON merge patch (RFC 7396). A draft can be changed in everything but who signed and when; a signed "
                            + "agreement in title, bindingness, areas, initiatives, sources, external identifiers, and in how its "
                            + "signatories are named and where they signed: its legal terms change by amendment or correction.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
                            example = "{\"initiatives\": [\"CPEC\", \"BRI\"]}"))
    public RestResponse<AgreementView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode changes) {
        var agreement = agreements.lock(id);
        Versions.require(ifMatch, agreement.version);
        var promised = commitments.of(id);
        var form = patch.apply(
                changes, agreement.form(promised.stream().map(Commitment::form).toList()));
        if (agreement.isDraft()) {
            return answer(record.redraft(agreement, form));
        }
        form.check();
        patch.requireSameTerms(agreement, promised, form);
        outbox.publish(agreement.change(form, record.organizations(agreement), record.now()));
        agreements.flush();
        return answer(view(agreement));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Delete a draft",
            description = "Only a draft can be deleted; what has been signed stays on record.")
    @APIResponse(responseCode = "204", description = "The draft is gone")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var agreement = agreements.lock(id);
        Versions.require(ifMatch, agreement.version);
        if (!agreement.isDraft()) {
            throw new RuleViolated("an agreement that is %s stays on record".formatted(agreement.status));
        }
        commitments.of(id).forEach(commitments::delete);
        agreements.delete(agreement);
    }

    @POST
    @Path("/{id}/signatures")
    @Transactional
    @Operation(
            summary = "Record a signature",
            description = "With the last side's the agreement is SIGNED, and IN_FORCE if its rule says so.")
    @APIResponse(
            responseCode = "201",
            description = "The agreement with the signature",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response sign(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Signature signature,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, signature, () -> created(record.sign(agreements.lock(id), signature)));
    }

    private AgreementView view(Agreement agreement) {
        return AgreementView.of(
                agreement,
                record.organizations(agreement),
                commitments.of(agreement.id).stream().map(Commitment::state).toList());
    }

    private static RestResponse<AgreementView> answer(AgreementView agreement) {
        return RestResponse.ResponseBuilder.ok(agreement)
                .header("ETag", Versions.etag(agreement.version()))
                .build();
    }
}
