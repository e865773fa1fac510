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
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class DocumentResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final DocumentRepository documents;
    private final Contents contents;
    private final RecordDocument record;
    private final DocumentHistory history;
    private final Viewer viewer;

    DocumentResource(
            DocumentRepository documents,
            Contents contents,
            RecordDocument record,
            DocumentHistory history,
            Viewer viewer) {
        this.documents = documents;
        this.contents = contents;
        this.record = record;
        this.history = history;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "Read a document", description = "What it says of itself; also when it is void.")
    public RestResponse<DocumentView> read(@PathParam("id") UUID id) {
        return answer(documents.get(id, viewer.viewpoint()));
    }

    @POST
    @Path("/voiding")
    @Transactional
    @Operation(
            summary = "Void a document",
            description =
                    "It was entered wrongly. It stays on record with its content, and is no longer listed unless that is "
                            + "asked for; what it had replaced stands again.")
    public RestResponse<DocumentView> makeVoid(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid VoidingForm form) {
        var document = record.lock(id);
        Versions.allow(ifMatch, document.version);
        record.makeVoid(document, form.reason());
        return answer(document);
    }

    @GET
    @Path("/history")
    @Operation(
            summary = "Read the history of a document",
            description = "What happened to it, when, by whom and why, in the order in which it happened.")
    public RestResponse<Page<DocumentChange.View>> history(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(FIRST);
        var rows = history.page(documents.get(id, viewer.viewpoint()).id, after, size + 1);
        return Pages.of(rows, size, line -> Cursor.of(line.id), DocumentChange::view, uri);
    }

    private RestResponse<DocumentView> answer(Document document) {
        return Versions.answer(DocumentView.of(document, contents.findById(document.id)), document.version);
    }
}
