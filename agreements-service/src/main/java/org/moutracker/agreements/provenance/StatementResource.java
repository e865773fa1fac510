package org.moutracker.agreements.provenance;

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
import org.moutracker.agreements.agreement.RegisteredAgreements;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/agreements/{id}/statements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Provenance", description = "What sources say of the facts of an agreement, beside what the register says.")
class StatementResource {

    private final RegisteredAgreements register;
    private final StatementRepository statements;
    private final RecordStatement record;
    private final Idempotency idempotency;

    StatementResource(
            RegisteredAgreements register,
            StatementRepository statements,
            RecordStatement record,
            Idempotency idempotency) {
        this.register = register;
        this.statements = statements;
        this.record = record;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Record what a source says",
            description =
                    "Of one fact of the agreement. It changes nothing in the register: where they contradict each other, both "
                            + "stand side by side. A statement stays as it is; one that was recorded wrongly is withdrawn.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "A name in the press",
                                            ref = "#/components/examples/NameInThePress")))
    @APIResponse(
            responseCode = "201",
            description = "The statement, and how it stands to the register",
            content = @Content(schema = @Schema(implementation = StatementView.class)))
    public Response record(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid StatementForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var statement = record.record(id, form);
            return Response.created(URI.create("/api/v1/agreements/%s/statements/%s".formatted(id, statement.id())))
                    .entity(statement)
                    .build();
        });
    }

    @GET
    @Operation(
            summary = "List statements of sources",
            description =
                    "Of one agreement, those that were published last first. A day of publication known only in part sorts by "
                            + "the first day that it can be; an unknown one after all others.")
    public RestResponse<Page<StatementView>> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Of this fact alone", example = "signatures.PS.person.name")
                    @QueryParam("fact")
                    @Nullable
                    String fact,
            @Parameter(description = "Whether those that were withdrawn are listed too; false unless told")
                    @QueryParam("withdrawn")
                    @Nullable
                    Boolean withdrawn,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after =
                Optional.ofNullable(cursor).map(text -> Cursor.parse(text, 2)).orElse(null);
        var provenance = provenance(id);
        return Pages.of(
                statements.page(id, fact, Boolean.TRUE.equals(withdrawn), after, size + 1),
                size,
                statement -> Cursor.of(statement.publishedSort, statement.id),
                provenance::view,
                uri);
    }

    @GET
    @Path("/{statementId}")
    @Operation(summary = "Read a statement of a source", description = "Also one that was withdrawn.")
    public StatementView read(@PathParam("id") UUID id, @PathParam("statementId") UUID statementId) {
        return provenance(id).view(statements.get(id, statementId));
    }

    @POST
    @Path("/{statementId}/withdrawal")
    @Transactional
    @Operation(
            summary = "Withdraw a statement",
            description =
                    "It was recorded wrongly. It stays on record with the reason, and no longer stands beside the others.")
    public StatementView withdraw(
            @PathParam("id") UUID id, @PathParam("statementId") UUID statementId, @NotNull @Valid WithdrawalForm form) {
        return record.withdraw(id, statementId, form.reason());
    }

    @POST
    @Path("/{statementId}/choice")
    @Transactional
    @Operation(
            summary = "Say why the register rests on a statement",
            description =
                    "Of the statements of a fact, one that says what the register says. To rest on another one, change the "
                            + "register: what it says is the choice. The newest reason counts, as long as the statement agrees.")
    public FactView choose(
            @PathParam("id") UUID id, @PathParam("statementId") UUID statementId, @NotNull @Valid ChoiceForm form) {
        return record.choose(id, statementId, form.because());
    }

    private Provenance provenance(UUID agreement) {
        return new Provenance(Facts.of(register.get(agreement)), statements.of(agreement));
    }
}
