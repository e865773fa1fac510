package org.moutracker.agreements.document;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.document.StoreContent.Stored;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

@Path("/api/v1/documents/{id}/content")
@Tag(name = "Documents")
class ContentResource {

    // Longer than an upload may take, which says so itself; the usual minute is short for 25 MiB.
    private static final int SECONDS = 300;

    private final DocumentRepository documents;
    private final Contents contents;
    private final StoreContent storing;
    private final DocumentStore store;
    private final Uploads uploads;
    private final Viewer viewer;

    ContentResource(
            DocumentRepository documents,
            Contents contents,
            StoreContent storing,
            DocumentStore store,
            Uploads uploads,
            Viewer viewer) {
        this.documents = documents;
        this.contents = contents;
        this.storing = storing;
        this.store = store;
        this.uploads = uploads;
        this.viewer = viewer;
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    @Operation(
            summary = "Upload a document",
            description =
                    "Its bytes, up to 25 MiB, once: they stay as they are. The type must be one that is kept, the file must "
                            + "begin like one, and hash, size and type must be as announced. The same bytes again are answered "
                            + "as the first time.")
    @RequestBody(ref = "#/components/requestBodies/DocumentContent")
    @APIResponse(
            responseCode = "201",
            description = "The document, with its content",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same content was there already",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            schema = @Schema(implementation = DocumentView.class)))
    public Response upload(
            @PathParam("id") UUID id,
            @Parameter(description = "RFC 9530; its SHA-256, when there is one, must be that of what arrives")
                    @HeaderParam("Content-Digest")
                    @Nullable
                    String contentDigest,
            @Context HttpHeaders headers,
            InputStream body) {
        var document = documents.get(id, viewer.viewpoint());
        var digest = ContentDigest.of(contentDigest);
        var type = type(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return answer(uploads.one(() -> storing.store(document, type, digest, body)));
    }

    private static FileType type(@Nullable String header) {
        var parts = header == null ? new String[] {""} : header.split(";", -1);
        var otherScript = Arrays.stream(parts)
                .skip(1)
                .map(part -> part.strip().toLowerCase(Locale.ROOT).replace("\"", ""))
                .anyMatch(part -> part.startsWith("charset=") && !part.equals("charset=utf-8"));
        return FileType.of(parts[0].strip())
                .filter(type -> !otherScript)
                .orElseThrow(() -> new Refused(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "the Content-Type must be one of %s; text must be UTF-8".formatted(FileType.all())));
    }

    private static Response answer(Stored stored) {
        var document = stored.document();
        return Response.status(stored.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(DocumentView.of(document, stored.content()))
                .header("ETag", Versions.etag(document.version))
                .build();
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Uncompressed
    @Operation(
            summary = "Download a document",
            description =
                    "Its bytes, as they were uploaded; also when it is void. The ETag is their SHA-256. A single range of "
                            + "bytes can be asked for; several are answered with the whole.")
    @APIResponse(responseCode = "200", ref = "#/components/responses/DocumentContent")
    @APIResponse(responseCode = "206", ref = "#/components/responses/PartOfDocument")
    @APIResponse(responseCode = "304", description = "The caller has it already")
    @APIResponse(responseCode = "416", ref = "#/components/responses/NoSuchRange")
    public Response download(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag of what the caller has") @HeaderParam("If-None-Match") @Nullable
                    String ifNoneMatch,
            @Parameter(description = "A single range, such as bytes=0-1023") @HeaderParam("Range") @Nullable
                    String range,
            @Parameter(description = "The ETag of what the range is of") @HeaderParam("If-Range") @Nullable
                    String ifRange) {
        var document = documents.get(id, viewer.viewpoint());
        var content = content(document);
        if (isNamed(ifNoneMatch, content)) {
            return headers(Response.notModified(), content).build();
        }
        var asked = ifRange == null || ifRange.strip().equals(etag(content)) ? range : null;
        var part = ByteRange.of(asked, content.size).orElse(null);
        var whole = new ByteRange(0, content.size);
        var answer = part == null
                ? Response.ok()
                : Response.status(Response.Status.PARTIAL_CONTENT).header("Content-Range", part.header(content.size));
        return file(headers(answer, content), document, content)
                .header(
                        "Content-Length",
                        Objects.requireNonNullElse(part, whole).count())
                .entity(stream(content, Objects.requireNonNullElse(part, whole)))
                .build();
    }

    @HEAD
    @Produces(MediaType.WILDCARD)
    @Uncompressed
    @Operation(summary = "Ask about a download", description = "What a download would answer, without the bytes.")
    @APIResponse(responseCode = "200", ref = "#/components/responses/DocumentContent")
    public Response head(@PathParam("id") UUID id) {
        var document = documents.get(id, viewer.viewpoint());
        var content = content(document);
        return file(headers(Response.ok(), content), document, content)
                .header("Content-Length", content.size)
                .build();
    }

    private Content content(Document document) {
        return contents.findByIdOptional(document.id).orElseThrow(() -> new NotFound("content of this document"));
    }

    private StreamingOutput stream(Content content, ByteRange part) {
        return output -> store.read(content.place, part.from(), part.count(), output);
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, Content content) {
        return answer.header("ETag", etag(content))
                .header("Cache-Control", "private, no-cache")
                .header("Accept-Ranges", "bytes");
    }

    /** Whatever is in the file, a browser saves it and does not run it. */
    private static Response.ResponseBuilder file(Response.ResponseBuilder answer, Document document, Content content) {
        var type = FileType.of(content.mediaType).orElseThrow();
        var name = document.fileName != null ? document.fileName : document.title + "." + type.extension();
        return answer.header("Content-Type", type == FileType.TEXT ? "text/plain;charset=UTF-8" : type.mediaType())
                .header("Content-Disposition", new FileName(name).disposition())
                .header("Repr-Digest", ContentDigest.header(content.sha256))
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static boolean isNamed(@Nullable String ifNoneMatch, Content content) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(",", -1))
                                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                                .anyMatch(etag(content)::equals));
    }

    private static String etag(Content content) {
        return "\"" + content.sha256 + "\"";
    }
}
