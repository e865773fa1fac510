package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
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
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/agreements/{id}/legal-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal events", description = "The ledger of an agreement: recorded, corrected, read; never changed.")
class LegalEventResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final RecordAgreement record;
    private final Forms forms;
    private final Idempotency idempotency;

    LegalEventResource(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            RecordAgreement record,
            Forms forms,
            Idempotency idempotency) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.record = record;
        this.forms = forms;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Record a legal event",
            description =
                    "Adds a line to the ledger; status, term and deadlines follow from it. A rule that forbids it where it "
                            + "would stand answers 409 as a sentence.")
    @APIResponse(
            responseCode = "201",
            description = "The agreement with what follows from the event",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response record(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid LegalEventForm event,
            @Context UriInfo uri) {
        return idempotency.once(
                key, uri, event, () -> AgreementResource.created(record.enter(agreements.lock(id), event)));
    }

    @POST
    @Path("/{lineId}/corrections")
    @Transactional
    @Operation(
            summary = "Correct a line of the ledger",
            description =
                    "Adds a line that says what is right. The wrong line stays, and everything is evaluated anew: the "
                            + "status may go back, and deadlines may move.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CorrectionForm.class),
                            example =
                                    "{\"occurredOn\": \"2025-09-18\", \"reason\": \"The gazette prints another day\"}"))
    @APIResponse(
            responseCode = "201",
            description = "The agreement with what follows from the correction",
            content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Response correct(
            @PathParam("id") UUID id,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull JsonNode correction,
            @Context UriInfo uri) {
        return idempotency.once(
                key,
                uri,
                correction,
                () -> AgreementResource.created(record.correct(
                        agreements.lock(id),
                        lineId,
                        Correction.of(correction, forms.read(correction, CorrectionForm.class)))));
    }

    @GET
    @Operation(summary = "List legal events", description = "The agreement's ledger in the order of recording.")
    public RestResponse<Page<LegalEventView>> list(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after =
                Optional.ofNullable(cursor).map(c -> Cursor.parse(c, 1).uuid(0)).orElse(FIRST);
        var lines = ledgers.page(agreements.get(id).id, after, size + 1);
        return Pages.of(lines, size, line -> Cursor.of(line.id), LegalEvent::view, uri);
    }
}
