package org.moutracker.agreements.agreement;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;

/** Puts right that an agreement was registered by mistake, or twice. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Agreements")
class MistakeResource {

    private final VoidAgreement voidAgreement;

    MistakeResource(VoidAgreement voidAgreement) {
        this.voidAgreement = voidAgreement;
    }

    @POST
    @Path("/voiding")
    @Operation(
            summary = "Void an agreement",
            description =
                    "It was registered by mistake, in whatever state it is. Its commitments and deadlines are cancelled, and its "
                            + "groups end. It stays on record with all that it has, is no longer listed unless that is asked for, and "
                            + "takes no other command than its reinstatement. Its reference is free.")
    public RestResponse<AgreementView> makeVoid(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MistakeForm form) {
        return answer(voidAgreement.makeVoid(id, ifMatch, form.reason()));
    }

    @POST
    @Path("/merger")
    @Operation(
            summary = "Merge a duplicate into another agreement",
            description =
                    "It was registered twice. The duplicate is void as by /voiding, and says where it goes on (`mergedInto`); the "
                            + "other lists it (`duplicates`). Nothing is moved: what the duplicate has alone is entered in the other "
                            + "by whoever has compared the two.")
    public RestResponse<AgreementView> merge(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MergerForm form) {
        return answer(voidAgreement.merge(id, ifMatch, form));
    }

    @POST
    @Path("/reinstatement")
    @Operation(
            summary = "Reinstate an agreement",
            description =
                    "That it was voided or merged was the mistake. It stands where its ledger puts it by now, its commitments and "
                            + "their deadlines count again. Working groups that have ended stay so. Refused while another agreement "
                            + "has its reference.")
    public RestResponse<AgreementView> reinstate(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MistakeForm form) {
        return answer(voidAgreement.reinstate(id, ifMatch, form.reason()));
    }

    private static RestResponse<AgreementView> answer(AgreementView agreement) {
        return Versions.answer(agreement, agreement.version());
    }
}
