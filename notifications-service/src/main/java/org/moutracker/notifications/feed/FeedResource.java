package org.moutracker.notifications.feed;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.access.Self;
import org.moutracker.notifications.mail.PublicUrl;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** Makes calendars to subscribe to, and ends them. */
@Path("/api/v1/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Calendar feeds",
        description = "Calendars of members and of groups, which programs subscribe to under an address that is a key.")
class FeedResource {

    private static final int MOST = 20;

    private static final String BEGIN = """
            {"id": "01995778-7000-7000-8000-00000000c901", "person": "01995778-6000-7000-8000-00000000f001",
             "workingGroup": null,""";
    private static final String URL =
            "\"url\": \"https://mou.example/calendar-feeds/hYlGmC0ZQ0n0Pgk2m3V4n5b6c7d8e9f0g1h2i3j4k5l.ics\", ";
    private static final String END = """
            "createdAt": "2025-09-18T07:00:00Z", "createdBy": "secretary", "endedAt": null, "endedBy": null}""";

    private final Feeds feeds;
    private final PublicUrl address;
    private final Caller caller;
    private final Self self;
    private final InstantSource clock;

    FeedResource(Feeds feeds, PublicUrl address, Caller caller, Self self, InstantSource clock) {
        this.feeds = feeds;
        this.address = address;
        this.caller = caller;
        this.self = self;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Make a calendar to subscribe to",
            description =
                    "Its address is told in this answer alone, since only a hash of it is kept. So a repeat of this"
                            + " request makes another one; one that is not needed can be ended. Twenty of the same can be read at"
                            + " a time (409 beyond).")
    @APIResponse(
            responseCode = "201",
            description = "The calendar with its address",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedView.class),
                            examples = @ExampleObject(name = "A member's", value = BEGIN + URL + END)))
    public Response make(@NotNull @Valid FeedForm form) {
        form.check();
        self.require("person", form.person());
        if (!feeds.knows(form)) {
            throw new InvalidRequest(form.person() == null ? "workingGroup" : "person", "is not known");
        }
        if (feeds.open(form) >= MOST) {
            throw new RuleViolated("there are %d such calendars already: end one that nobody reads".formatted(MOST));
        }
        var token = LinkToken.next();
        var feed = new Feed(Ids.next(), form.person(), form.workingGroup(), clock.instant(), caller.name(), null, null);
        feeds.add(feed, token);
        return Response.created(URI.create("/api/v1/calendar-feeds/" + feed.id()))
                .entity(FeedView.of(feed, address.of("/calendar-feeds/%s.ics".formatted(token.text()))))
                .build();
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "List calendars to subscribe to",
            description = "The newest first, also those that have ended; without their addresses.")
    @APIResponse(
            responseCode = "200",
            description = "One page of calendars",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "A member's",
                                            value = "{\"items\": [" + BEGIN + END + "], \"next\": null}")))
    public RestResponse<Page<FeedView>> list(
            @Parameter(description = "Only this person's", example = "01995778-6000-7000-8000-00000000f001")
                    @QueryParam("person")
                    @Nullable
                    UUID person,
            @Parameter(description = "Only this group's", example = "01995778-5a80-7000-8000-00000000e001")
                    @QueryParam("workingGroup")
                    @Nullable
                    UUID workingGroup,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Cursor.parse(cursor, 1).uuid(0);
        var found = feeds.page(new Feeds.Filter(person, workingGroup, self.only()), after, size + 1);
        return Pages.of(found, size, feed -> Cursor.of(feed.id()), feed -> FeedView.of(feed, null), uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a calendar to subscribe to", description = "Whose it is; without its address.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedView.class),
                            examples = @ExampleObject(name = "A member's", value = BEGIN + END)))
    public FeedView show(
            @Parameter(description = "Its id", example = "01995778-7000-7000-8000-00000000c901") @PathParam("id")
                    UUID id) {
        return FeedView.of(feeds.find(id).orElseThrow(() -> new NotFound("calendar feed")), null);
    }

    @DELETE
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(
            summary = "End a calendar",
            description = "From now on its address opens nothing. To end one again changes nothing.")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void end(
            @Parameter(description = "Its id", example = "01995778-7000-7000-8000-00000000c901") @PathParam("id")
                    UUID id) {
        feeds.end(
                feeds.find(id).orElseThrow(() -> new NotFound("calendar feed")).id(), clock.instant(), caller.name());
    }
}
