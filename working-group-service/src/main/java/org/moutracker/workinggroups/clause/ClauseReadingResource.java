package org.moutracker.workinggroups.clause;

import io.quarkus.security.identity.SecurityIdentity;
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
import java.time.InstantSource;
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
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.timerules.clause.ClauseReader;

/** Has clauses read, and shows what was made of them. */
@Path("/api/v1/clause-readings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Clauses",
        description = "Rules proposed for the words of a clause; a person confirms them, and only then they are rules.")
class ClauseReadingResource {

    private final ClauseReadings readings;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    ClauseReadingResource(
            ClauseReadings readings, Idempotency idempotency, SecurityIdentity caller, InstantSource clock) {
        this.readings = readings;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Read a clause",
            description =
                    "Proposes the rule or the rules that the words seem to set, marks the words that were used and"
                            + " those that were not understood, and says what was assumed. A clause that cannot be read is said"
                            + " to be UNREAD. No date is given, here or later: once confirmed, a rule is put into a commitment,"
                            + " or into a preview to see what it gives.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClauseRequest.class),
                            examples = {
                                @ExampleObject(name = "NextThirtyDays", ref = "#/components/examples/NextThirtyDays"),
                                @ExampleObject(name = "WorkingDays", ref = "#/components/examples/WorkingDays")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "What was made of it",
            content = @Content(schema = @Schema(implementation = ClauseReading.class)))
    public Response readClause(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid ClauseRequest clause,
            @Context UriInfo uri) {
        var given = clause.given();
        return idempotency.once(key, uri, clause, () -> {
            var reading = ClauseReading.of(
                    Ids.next(),
                    clause,
                    ClauseReader.read(clause.text(), given),
                    clock.instant(),
                    caller.getPrincipal().getName());
            readings.add(reading);
            return Response.created(URI.create("/api/v1/clause-readings/" + reading.id()))
                    .header("ETag", Versions.etag(reading.version()))
                    .entity(reading)
                    .build();
        });
    }

    @GET
    @Operation(summary = "List readings of clauses", description = "A page at a time, the newest first.")
    public RestResponse<Page<ClauseReading>> listClauseReadings(
            @Parameter(description = "Whether at least one proposal was confirmed") @QueryParam("confirmed") @Nullable
                    Boolean confirmed,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var before = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        var rows = readings.page(confirmed, before, size + 1);
        return Pages.of(rows, size, row -> Cursor.of(row.id()), row -> row, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read the reading of a clause", description = "With what was confirmed of it since.")
    public RestResponse<ClauseReading> readClauseReading(@PathParam("id") UUID id) {
        var reading = readings.get(id);
        return Versions.answer(reading, reading.version());
    }
}
