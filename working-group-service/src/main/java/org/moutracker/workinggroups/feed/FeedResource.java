package org.moutracker.workinggroups.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.icalendar.FoldedLines;

/** Serves the deadlines of a group as a calendar. */
@Path("/api/v1/working-groups/{id}/deadlines.ics")
@Tag(name = "Deadlines")
class FeedResource {

    private static final String MEDIA_TYPE = "text/calendar";
    private static final int OCTETS = 16; // of the digest: two states of one feed never share 128 bits

    private final FeedRepository feeds;

    FeedResource(FeedRepository feeds) {
        this.feeds = feeds;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(
            summary = "Read the deadlines of a group as a calendar",
            description =
                    "iCalendar (RFC 5545): an all-day event on the last day of every deadline of the group and of"
                            + " its agreements that has one, the newest 2,000. TENTATIVE leans on an estimate, CANCELLED needs"
                            + " not be done any more. The UID of a deadline stays, its SEQUENCE rises with every change. The"
                            + " same state gives the same bytes, so If-None-Match is answered with 304 until something changes.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            headers =
                    @Header(
                            name = "ETag",
                            description = "What the calendar says, for If-None-Match",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since")
    public Response readDeadlineCalendar(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag of the calendar that the caller has")
                    @HeaderParam("If-None-Match")
                    @Nullable
                    String ifNoneMatch,
            @Context UriInfo uri) {
        var base = uri.getBaseUri().resolve("/api/v1/deadlines/");
        var calendar = FoldedLines.of(new FeedCalendar(base).write(feeds.group(id)));
        var etag = etag(calendar);
        var answer = isKnown(etag, ifNoneMatch)
                ? Response.notModified()
                : Response.ok(calendar, MEDIA_TYPE + ";charset=" + UTF_8)
                        .header("Content-Disposition", "inline; filename=\"deadlines.ics\"");
        return answer.header("ETag", etag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** Weak or not makes no difference to a reader (RFC 9110, 13.1.2). */
    private static boolean isKnown(String etag, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static String etag(byte[] calendar) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(calendar);
            return "\"" + HexFormat.of().formatHex(digest, 0, OCTETS) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
