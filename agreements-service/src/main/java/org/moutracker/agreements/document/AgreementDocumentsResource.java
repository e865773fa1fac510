package org.moutracker.agreements.document;

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
import org.moutracker.platform.problem.InvalidRequest;

@Path("/api/v1/agreements/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Documents",
        description =
                "The papers of an agreement: entered with what they say of themselves, uploaded once, never changed.")
class AgreementDocumentsResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final KnownAgreements agreements;
    private final DocumentRepository documents;
    private final Contents contents;
    private final RecordDocument record;
    private final Viewer viewer;
    private final Idempotency idempotency;

    AgreementDocumentsResource(
            KnownAgreements agreements,
            DocumentRepository documents,
            Contents contents,
            RecordDocument record,
            Viewer viewer,
            Idempotency idempotency) {
        this.agreements = agreements;
        this.documents = documents;
        this.contents = contents;
        this.record = record;
        this.viewer = viewer;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Enter a document",
            description =
                    "What it says of itself; its bytes are uploaded afterwards, and must be as announced here. A document "
                            + "that is kept elsewhere has a uri instead. A newer version is a new document that replaces the "
                            + "older one; both stay.")
    @RequestBody(
            required = true,
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DocumentForm.class),
                            examples = @ExampleObject(name = "Signed copy", ref = "#/components/examples/SignedCopy")))
    @APIResponse(
            responseCode = "201",
            description = "The document, still without its content",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            schema = @Schema(implementation = DocumentView.class)))
    public Response enter(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid DocumentForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var document = record.record(id, form);
            return Versions.created(
                    "/api/v1/documents/" + document.id, DocumentView.of(document, null), document.version);
        });
    }

    @GET
    @Operation(
            summary = "List documents",
            description = "Of one agreement, in the order in which they were entered; only what the caller may see.")
    public RestResponse<Page<DocumentView>> list(
            @PathParam("id") UUID id,
            @QueryParam("role") @Nullable DocumentRole role,
            @Parameter(description = "BCP 47; zh finds zh-Hans too", example = "zh") @QueryParam("language") @Nullable
                    String language,
            @Parameter(description = "Whether those that are void are listed too; false unless told")
                    @QueryParam("voided")
                    @Nullable
                    Boolean voided,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(FIRST);
        var filter = new DocumentRepository.Filter(role, usual(language), Boolean.TRUE.equals(voided));
        var rows = documents.page(agreements.get(id).id(), filter, viewer.viewpoint(), after, size + 1);
        var known = contents.of(rows.stream().map(document -> document.id).toList());
        return Pages.of(
                rows,
                size,
                document -> Cursor.of(document.id),
                document -> DocumentView.of(document, known.get(document.id)),
                uri);
    }

    private static @Nullable String usual(@Nullable String language) {
        return language == null
                ? null
                : Languages.usual(language)
                        .orElseThrow(
                                () -> new InvalidRequest("language", "must be a BCP 47 tag such as ur or zh-Hans"));
    }
}
