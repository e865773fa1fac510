package org.moutracker.agreements.correspondence;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/agreements/{id}/correspondence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Correspondence", description = "The log of notes verbales and letters about an agreement.")
class AgreementCorrespondenceResource {

    private final KnownAgreements agreements;
    private final CorrespondenceRepository log;
    private final RecordCorrespondence record;
    private final Idempotency idempotency;

    AgreementCorrespondenceResource(
            KnownAgreements agreements,
            CorrespondenceRepository log,
            RecordCorrespondence record,
            Idempotency idempotency) {
        this.agreements = agreements;
        this.log = log;
        this.record = record;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Log a note verbale or letter",
            description =
                    "By number, date, direction, sender and receiver, and what it is about. An entry stays as it is; one "
                            + "that is wrong is voided and entered again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CorrespondenceForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "Note verbale",
                                            ref = "#/components/examples/NoteOnTermination")))
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = CorrespondenceView.class)))
    public Response enter(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid CorrespondenceForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var entry = record.record(id, form);
            return Versions.created("/api/v1/correspondence/" + entry.id, CorrespondenceView.of(entry), entry.version);
        });
    }

    @GET
    @Operation(
            summary = "List correspondence",
            description =
                    "Of one agreement, by the day that each bears; filters combine. A day known only in part sorts by the "
                            + "first day that it can be, and is found by every day that it can be; an unknown one comes first, "
                            + "and no range of days finds it.")
    public RestResponse<Page<CorrespondenceView>> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Code of the party that sent or received it", example = "PK")
                    @QueryParam("party")
                    @Nullable
                    String party,
            @QueryParam("direction") @Nullable Direction direction,
            @Parameter(description = "On this day or later", example = "2026-01-01") @QueryParam("since") @Nullable
                    LocalDate since,
            @Parameter(description = "On this day or before", example = "2026-12-31") @QueryParam("until") @Nullable
                    LocalDate until,
            @Parameter(description = "About this line of the ledger") @QueryParam("legalEvent") @Nullable
                    UUID legalEvent,
            @Parameter(description = "About the amendment with this number", example = "1")
                    @QueryParam("amendment")
                    @Nullable
                    Integer amendment,
            @Parameter(description = "About the commitment with this code", example = "C-01")
                    @QueryParam("commitment")
                    @Nullable
                    String commitment,
            @Parameter(description = "Whether those that are void are listed too; false unless told")
                    @QueryParam("voided")
                    @Nullable
                    Boolean voided,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after =
                Optional.ofNullable(cursor).map(text -> Cursor.parse(text, 2)).orElse(null);
        var filter = new CorrespondenceRepository.Filter(
                party, direction, since, until, about(legalEvent, amendment, commitment), Boolean.TRUE.equals(voided));
        return Pages.of(
                log.page(agreements.get(id).id(), filter, after, size + 1),
                size,
                entry -> Cursor.of(entry.firstDay, entry.id),
                CorrespondenceView::of,
                uri);
    }

    private static List<About> about(
            @Nullable UUID legalEvent, @Nullable Integer amendment, @Nullable String commitment) {
        return Stream.of(
                        Optional.ofNullable(legalEvent).map(one -> new About(one, null, null)),
                        Optional.ofNullable(amendment).map(one -> new About(null, one, null)),
                        Optional.ofNullable(commitment).map(one -> new About(null, null, one)))
                .flatMap(Optional::stream)
                .toList();
    }
}
