package org.moutracker.agreements.imports;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.document.Uploads;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;

@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files with many agreements: checked line by line, then taken over.")
class ImportResource {

    // Longer than an upload may take, which says so itself.
    private static final int SECONDS = 300;
    private static final int LONGEST_NAME = 200;

    private final ImportRepository imports;
    private final ImportLines lines;
    private final StoreImport storing;
    private final Uploads uploads;
    private final Idempotency idempotency;
    private final Caller caller;
    private final InstantSource clock;

    ImportResource(
            ImportRepository imports,
            ImportLines lines,
            StoreImport storing,
            Uploads uploads,
            Idempotency idempotency,
            Caller caller,
            InstantSource clock) {
        this.imports = imports;
        this.lines = lines;
        this.storing = storing;
        this.uploads = uploads;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** What makes two uploads the same request. */
    private record Upload(@Nullable String name, FileFormat format, OnDuplicate onDuplicate, String sha256) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    @Operation(
            summary = "Upload agreements to import",
            description =
                    "JSON Lines (a registration a line), CSV or XLSX (a registration a row, the columns named like its fields); "
                            + "up to 100,000 lines and 256 MiB, XLSX 64 MiB. Every line is checked in the background by the "
                            + "rules of a registration, and compared with the register and with the lines before it. Nothing "
                            + "is imported before the execution is asked for. A file that cannot be read from its first line "
                            + "on is refused at once, with the line.")
    @RequestBody(ref = "#/components/requestBodies/AgreementFile")
    @APIResponse(
            responseCode = "201",
            description = "The import, whose check is under way",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response upload(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = "What you call it", example = "register-1990-2010.csv")
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(
                            description =
                                    "What becomes of a line whose agreement seems to be there already: SKIP (unless "
                                            + "told) leaves it out, FAIL makes it an error")
                    @QueryParam("onDuplicate")
                    @Nullable
                    OnDuplicate onDuplicate,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            InputStream body) {
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new InvalidRequest("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        var format = FileFormat.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        var doing = Objects.requireNonNullElse(onDuplicate, OnDuplicate.SKIP);
        return uploads.one(() -> {
            var file = storing.store(format, body);
            var isNew = new AtomicBoolean();
            var answer = idempotency.once(key, uri, new Upload(name, format, doing, file.sha256()), () -> {
                isNew.set(true);
                var one = new Import(name, format, file, doing, clock.instant(), caller.name());
                imports.persistAndFlush(one);
                return Versions.created("/api/v1/imports/" + one.id, ImportView.of(one), one.version);
            });
            if (!isNew.get()) {
                storing.remove(file);
            }
            return answer;
        });
    }

    @GET
    @Operation(summary = "List imports", description = "The newest first, a page at a time.")
    public RestResponse<Page<ImportView>> list(
            @QueryParam("state") @Nullable ImportState state,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var before = cursor == null ? null : Cursor.parse(cursor, 1).uuid(0);
        return Pages.of(imports.page(state, before, size + 1), size, one -> Cursor.of(one.id), ImportView::of, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an import", description = "How far it is: the check, then the execution.")
    public RestResponse<ImportView> read(@PathParam("id") UUID id) {
        return answer(imports.get(id));
    }

    @GET
    @Path("/{id}/lines")
    @Operation(
            summary = "List the lines of an import",
            description = "What was found and what became of each, in the file's order; also while it is under way.")
    public RestResponse<Page<LineView>> lines(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable LineOutcome outcome,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        imports.get(id);
        var size = Pages.limit(limit);
        var after = cursor == null ? 0 : line(Cursor.parse(cursor, 1));
        return Pages.of(lines.page(id, outcome, after, size + 1), size, row -> Cursor.of(row.line()), row -> row, uri);
    }

    private static int line(Cursor cursor) {
        return Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE);
    }

    @POST
    @Path("/{id}/execution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Execute an import",
            description =
                    "Registers what the check has found to be right, in the background and in batches; each agreement with "
                            + "its ledger, commitments and events, or not at all. Goes on after a crash where it was. To ask "
                            + "again, also when it is done, changes nothing. Deadlines that follow are silent about what was "
                            + "due before.")
    @APIResponse(
            responseCode = "200",
            description = "The import, whose execution is under way or done",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> execute(@PathParam("id") UUID id, @NotNull @Valid ExecutionForm form) {
        var one = imports.lock(id);
        one.execute(form.leavesErrorsOut(), clock.instant(), caller.name());
        imports.flush();
        return answer(one);
    }

    @POST
    @Path("/{id}/cancellation")
    @Transactional
    @Operation(
            summary = "Cancel an import",
            description = "Ends the check or the execution. What is imported by then stays; nothing more is.")
    @APIResponse(
            responseCode = "200",
            description = "The import, which is cancelled",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> cancel(@PathParam("id") UUID id) {
        var one = imports.lock(id);
        storing.forget(one);
        one.cancel(clock.instant(), caller.name());
        imports.flush();
        return answer(one);
    }

    private static RestResponse<ImportView> answer(Import one) {
        return RestResponse.ResponseBuilder.ok(ImportView.of(one))
                .header("ETag", Versions.etag(one.version))
                .build();
    }
}
