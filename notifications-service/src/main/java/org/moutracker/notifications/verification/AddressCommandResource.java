package org.moutracker.notifications.verification;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;

/** What officials can do about an address that nobody has confirmed: vouch for it, or ask once more. */
@Path("/api/v1/recipients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients")
class AddressCommandResource {

    private static final String ID = "The person's id";
    private static final String EXAMPLE = "01995778-6000-7000-8000-00000000f001";

    private final Addresses addresses;
    private final VerifyAddress verify;
    private final AskForAddresses ask;
    private final RecipientPages recipients;
    private final Idempotency idempotency;
    private final Caller caller;

    AddressCommandResource(
            Addresses addresses,
            VerifyAddress verify,
            AskForAddresses ask,
            RecipientPages recipients,
            Idempotency idempotency,
            Caller caller) {
        this.addresses = addresses;
        this.verify = verify;
        this.ask = ask;
        this.recipients = recipients;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/address-verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Vouch for an address",
            description = "In place of its owner's confirmation: an official knows in another way that it is right, and"
                    + " says how. What has waited for that and is still true is sent at once. If-Match, with the version"
                    + " that was read, keeps it from holding for an address that has changed since.")
    @APIResponse(
            responseCode = "200",
            description = "The address is verified",
            content =
                    @Content(
                            schema = @Schema(implementation = RecipientView.class),
                            examples = @ExampleObject(name = "Vouched for", value = RecipientResource.RECIPIENT)))
    public RestResponse<RecipientView> vouch(
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Vouching vouching) {
        var address = lock(id);
        if (ifMatch != null) {
            Versions.require(ifMatch, address.version());
        }
        verify.vouched(address, vouching.evidence().strip(), caller.name());
        return RecipientResource.answer(shown(id));
    }

    @POST
    @Path("/address-verification-mails")
    @Blocking
    @Transactional
    @Operation(
            summary = "Send a new link to an address",
            description = "The earlier link ends. At most so many go to one person within 24 hours (three, unless"
                    + " configured), the first by itself included.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response sendLink(
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, "", () -> {
            ask.again(lock(id), caller.name());
            return Response.accepted(shown(id)).build();
        });
    }

    private Address lock(UUID id) {
        return addresses.lock(id).orElseThrow(() -> new NotFound("recipient"));
    }

    private RecipientView shown(UUID id) {
        return recipients.find(id).orElseThrow(() -> new NotFound("recipient"));
    }
}
