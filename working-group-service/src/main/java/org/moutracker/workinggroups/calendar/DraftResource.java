package org.moutracker.workinggroups.calendar;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.timerules.Calendars;

/** Works on the next revision of a calendar. */
@Path("/api/v1/calendars/{authority}/draft")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
class DraftResource {

    private static final String CSV = "text/csv";
    private static final String ICS = "text/calendar";
    private static final String IF_MATCH = "The version this is based on; it may be left out while there is no draft.";

    private final Drafts drafts;
    private final PublishCalendar publishCalendar;
    private final CalendarRepository calendars;
    private final Consequences consequences;
    private final Idempotency idempotency;

    DraftResource(
            Drafts drafts,
            PublishCalendar publishCalendar,
            CalendarRepository calendars,
            Consequences consequences,
            Idempotency idempotency) {
        this.drafts = drafts;
        this.publishCalendar = publishCalendar;
        this.calendars = calendars;
        this.consequences = consequences;
        this.idempotency = idempotency;
    }

    /** What a draft would do. */
    @Schema(name = "CalendarPreview", description = "What publishing the draft would do.")
    record Preview(
            @Schema(required = true, description = "The revision that it would be.", examples = "4")
            int revision,

            @Schema(
                    required = true,
                    description = "What it says otherwise than the revision that counts now.",
                    examples = "[\"2025-10-20 is closed (Day of mourning)\"]")
            List<String> changes,

            @Schema(required = true) Outlook deadlines) {}

    @GET
    @Operation(summary = "Read a draft", description = "The next revision of a calendar, while somebody works on it.")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Draft.class)))
    public Response readDraft(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority) {
        return answer(drafts.get(authority));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write a draft",
            description = "All that the next revision of the calendar is to say. An authority that is not known yet is"
                    + " known once its first draft is published.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarContent.class),
                            examples =
                                    @ExampleObject(name = "Palestine", ref = "#/components/examples/PalestineDraft")))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Draft.class)))
    public Response writeDraft(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CalendarContent content) {
        return answer(drafts.put(authority, ifMatch, CheckCalendar.check(content)));
    }

    @DELETE
    @Transactional
    @Operation(summary = "Discard a draft", description = "The calendar stays as it is.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void discardDraft(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @Parameter(description = "The version this is based on") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        drafts.take(authority, ifMatch);
    }

    @POST
    @Path("/imports")
    @Transactional
    @Consumes({CSV, ICS})
    @Operation(
            summary = "Import days into a draft",
            description = "Adds the days of a file to the draft, or to the calendar as it is while there is none; a day"
                    + " that is there already is replaced. CSV (RFC 4180) begins with the names of its columns: date, and"
                    + " perhaps name, kind (CLOSED or WORKING) and estimated (true or false). Of iCalendar (RFC 5545) the"
                    + " all-day events are read; a TENTATIVE one is estimated, a CANCELLED one is left out, and what"
                    + " repeats by a rule is refused. Either every line is taken or none, and each that is wrong is"
                    + " named.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Feasts", ref = "#/components/examples/FeastsCsv")),
                @Content(
                        mediaType = ICS,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Feasts", ref = "#/components/examples/FeastsIcs"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The draft and what was taken",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version of the draft, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportDays.Imported.class)))
    public Response importDays(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @Parameter(description = "What the days of the file are, unless it says so itself")
                    @QueryParam("as")
                    @DefaultValue("CLOSED")
                    DayKind kind,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @NotNull byte[] body) {
        var isCsv = MediaType.valueOf(CSV).isCompatible(headers.getMediaType());
        return idempotency.once(key, uri, List.of(kind, isCsv, body), () -> {
            var text = DayFile.text(body);
            var file = isCsv ? CsvDays.read(text, kind) : IcsDays.read(text, kind);
            var taken = new ArrayList<ImportDays.Taken>();
            var draft = drafts.change(authority, ifMatch, content -> {
                var days = new ImportDays(content);
                var changed = days.with(file);
                taken.addAll(days.taken());
                return changed;
            });
            return Response.ok(new ImportDays.Imported(draft, taken))
                    .header("ETag", Versions.etag(draft.version()))
                    .build();
        });
    }

    @POST
    @Path("/preview")
    @Transactional
    @TransactionConfiguration(timeout = 300) // it counts every deadline that the draft can touch
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Preview a draft",
            description =
                    "What publishing it would move: computed like the publication itself, but nothing is stored and"
                            + " nobody is told.")
    public Preview previewDraft(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority) {
        var revision = publishCalendar.asRevision(drafts.get(authority));
        var current = calendars.current().get(authority);
        var amendment = CompareCalendars.compare(current == null ? null : current.calendar(), revision);
        var after = Calendars.of(List.of(revision.calendar().working()));
        return new Preview(
                revision.calendar().revision(),
                amendment.sentences(),
                consequences.outlook(authority, revision.calendar().revision(), after, amendment));
    }

    private static Response answer(Draft draft) {
        return Response.ok(draft).header("ETag", Versions.etag(draft.version())).build();
    }
}
