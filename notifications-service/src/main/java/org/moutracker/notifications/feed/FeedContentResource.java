package org.moutracker.notifications.feed;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.platform.problem.NotFound;

/** What calendar programs read. They have no token but the address itself. */
@Path("/calendar-feeds/{token}.ics")
@PermitAll
@Tag(name = "Calendar feeds")
class FeedContentResource {

    private static final String TYPE = "text/calendar";

    private final Feeds feeds;
    private final WriteFeed write;
    private final InstantSource clock;

    FeedContentResource(Feeds feeds, WriteFeed write, InstantSource clock) {
        this.feeds = feeds;
        this.write = write;
        this.clock = clock;
    }

    @GET
    @Produces(TYPE)
    @Blocking
    @Transactional
    @Operation(
            summary = "Read a calendar",
            description = "Open deadlines, each for the whole of its day (UID as in mails, so that none stands there"
                    + " twice in one calendar), with alarms at nine in the morning a week and a day before; and meetings"
                    + " from half a year ago on. What has moved is elsewhere, and what is cancelled or done is gone, with"
                    + " the next reading. A thousand of each at most, the nearest first. Open without a token.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar (RFC 5545)",
            content = @Content(mediaType = TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Nothing is new since the reading that If-None-Match names")
    @APIResponse(responseCode = "404", description = "There is no such calendar, or it has ended")
    public Response readCalendar(
            @Parameter(description = "From the address that was told") @PathParam("token") String token,
            @Context Request request) {
        var feed = LinkToken.read(token).flatMap(feeds::readable).orElseThrow(() -> new NotFound("calendar"));
        var calendar = write.write(feed, clock.instant());
        var tag = new EntityTag(hash(calendar));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(calendar, TYPE + ";charset=UTF-8") : unchanged)
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", "inline; filename=\"mou-tracker.ics\"")
                .build();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
