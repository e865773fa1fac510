package org.moutracker.workinggroups.calendar;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Idempotency;

/** Publishes revisions of calendars. */
@Path("/api/v1/calendars/{authority}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
class PublicationResource {

    private static final String ONCE = "Makes a repeat of this request safe for 24 hours";

    private final Drafts drafts;
    private final PublishCalendar publishCalendar;
    private final RevisionResource reader;
    private final Idempotency idempotency;

    PublicationResource(
            Drafts drafts, PublishCalendar publishCalendar, RevisionResource reader, Idempotency idempotency) {
        this.drafts = drafts;
        this.publishCalendar = publishCalendar;
        this.reader = reader;
        this.idempotency = idempotency;
    }

    /** Says why. */
    @Schema(name = "CalendarPublication", description = "That a draft is to count, and why.")
    record Publication(
            @NotBlank
            @Size(max = 2000)
            @Schema(
                    required = true,
                    description = "Why there is a new revision.",
                    examples = "the Council of Ministers has decided")
            String reason) {}

    @POST
    @Path("/publication")
    @Transactional
    @Operation(
            summary = "Publish a draft",
            description =
                    "The draft counts from now on as the next revision, and is gone. The open deadlines that it can"
                            + " touch are recomputed afterwards, and each that moves is told with the days that moved it; the"
                            + " revision says how far that is.")
    @APIResponse(
            responseCode = "202",
            description = "The revision, which counts; the deadlines follow",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    public Response publishDraft(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @Parameter(description = "The version of the draft that is meant") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Parameter(description = ONCE) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            @NotNull @Valid Publication publication) {
        return idempotency.once(
                key,
                uri,
                publication,
                () -> accepted(publishCalendar.publish(
                        drafts.take(authority, ifMatch), publication.reason().strip())));
    }

    @POST
    @Path("/confirmations")
    @Transactional
    @Operation(
            summary = "Confirm a calendar",
            description = "Somebody vouches for estimated days, or for all days up to one. This too is a new revision:"
                    + " dates that leant on an estimate become sure.")
    @APIResponse(
            responseCode = "202",
            description = "The revision, which counts; the deadlines follow",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    public Response confirmCalendar(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @Parameter(description = ONCE) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            @NotNull @Valid Confirmation confirmation) {
        return idempotency.once(
                key, uri, confirmation, () -> accepted(publishCalendar.confirm(authority, confirmation)));
    }

    private Response accepted(Revision revision) {
        var calendar = revision.calendar();
        return Response.accepted(reader.view(revision))
                .location(URI.create(
                        "/api/v1/calendars/%s/revisions/%d".formatted(calendar.authority(), calendar.revision())))
                .build();
    }
}
