package org.moutracker.notifications.inbox;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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
import org.moutracker.notifications.plan.Level;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Shows somebody's inbox, and marks what was read. */
@Path("/api/v1/recipients/{id}/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Inbox",
        description =
                "What somebody was told, to be read in an application. Every alert is there from the moment at which"
                        + " it fires, however its mail fares.")
class InboxResource {

    static final String ITEM = """
            {"alertId": "5d3ac1f0-65d5-5c8e-9d2f-000000000001", "deadlineId": "01995778-5a80-7000-8000-00000000d001",
             "agreementId": "01995778-5a00-7000-8000-00000000a001", "workingGroupId": "01995778-5a80-7000-8000-00000000e001",
             "title": "Establish the Pakistan–Palestine Health Working Group", "reference": "PK-PS-2025-HEALTH",
             "level": "REMINDER", "step": "T-14", "lastDay": "2025-10-17", "movedFrom": null, "stands": true,
             "firedAt": "2025-10-03T04:00:01Z", "readAt": null}""";

    private static final String PERSON = "01995778-6000-7000-8000-00000000f001";

    private final InboxPages inboxes;
    private final MarkRead read;
    private final ReadAs as;

    InboxResource(InboxPages inboxes, MarkRead read, ReadAs as) {
        this.inboxes = inboxes;
        this.read = read;
        this.as = as;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "Read an inbox",
            description =
                    "The latest first, with how much of it is unread. Whoever was told it reads all of it; another"
                            + " system that belongs to a party reads what was told to people of that party.")
    @APIResponse(
            responseCode = "200",
            description = "One page of the inbox",
            content =
                    @Content(
                            schema = @Schema(implementation = InboxView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that is unread",
                                            value =
                                                    "{\"items\": [" + ITEM
                                                            + "], \"next\": null, \"unread\": {\"number\": 1, \"exact\": true}}")))
    public RestResponse<InboxView.Page> list(
            @Parameter(description = "The person's id", example = PERSON) @PathParam("id") UUID id,
            @Parameter(description = "Only what was read, or was not", example = "false") @QueryParam("read") @Nullable
                    Boolean isRead,
            @Parameter(description = "Only of this level", example = "OVERDUE") @QueryParam("level") @Nullable
                    Level level,
            @Parameter(
                            description = "Only of this agreement's deadlines",
                            example = "01995778-5a00-7000-8000-00000000a001")
                    @QueryParam("agreement")
                    @Nullable
                    UUID agreement,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        requireKnown(id);
        var size = Pages.limit(limit);
        var before = cursor == null ? null : Cursor.parse(cursor, 1).number(0);
        var found = inboxes.page(id, reader(), new InboxPages.Filter(isRead, level, agreement), before, size + 1);
        var page = Pages.of(found, size, item -> Cursor.of(item.number()), item -> item, uri);
        var answer = RestResponse.ResponseBuilder.ok(
                new InboxView.Page(page.getEntity().items(), page.getEntity().next(), inboxes.unread(id, reader())));
        var link = page.getHeaderString("Link");
        return (link == null ? answer : answer.header("Link", link)).build();
    }

    @POST
    @Path("/{alertId}/read")
    @Blocking
    @Transactional
    @Operation(summary = "Mark as read", description = "What was read already stays as it is: repeat it as you like.")
    @APIResponse(
            responseCode = "200",
            description = "It is read",
            content =
                    @Content(
                            schema = @Schema(implementation = InboxView.class),
                            examples = @ExampleObject(name = "A reminder", value = ITEM)))
    public InboxView read(
            @Parameter(description = "The person's id", example = PERSON) @PathParam("id") UUID id,
            @Parameter(description = "The alert's id", example = "5d3ac1f0-65d5-5c8e-9d2f-000000000001")
                    @PathParam("alertId")
                    UUID alert) {
        requireKnown(id);
        read.one(find(id, alert).alertId());
        return find(id, alert);
    }

    @POST
    @Path("/read-all")
    @Blocking
    @Operation(
            summary = "Mark all as read",
            description = "All up to the one that was seen last, if that is said: what comes meanwhile stays unread.")
    @APIResponse(
            responseCode = "200",
            description = "They are read",
            content =
                    @Content(
                            schema = @Schema(implementation = InboxView.Read.class),
                            examples =
                                    @ExampleObject(
                                            name = "Twelve were",
                                            value = "{\"marked\": 12, \"unread\": {\"number\": 0, \"exact\": true}}")))
    public InboxView.Read readAll(
            @Parameter(description = "The person's id", example = PERSON) @PathParam("id") UUID id,
            @Parameter(
                            description = "The alert that was seen last; all that there are unless told",
                            example = "5d3ac1f0-65d5-5c8e-9d2f-000000000001")
                    @QueryParam("upTo")
                    @Nullable
                    UUID upTo) {
        requireKnown(id);
        var until = upTo == null
                ? Long.MAX_VALUE
                : inboxes.find(id, reader(), upTo)
                        .orElseThrow(() -> new InvalidRequest("upTo", "is not in this inbox"))
                        .number();
        return new InboxView.Read(read.all(id, reader(), until), inboxes.unread(id, reader()));
    }

    private InboxView find(UUID recipient, UUID alert) {
        return inboxes.find(recipient, reader(), alert).orElseThrow(() -> new NotFound("alert in this inbox"));
    }

    private void requireKnown(UUID recipient) {
        if (!inboxes.isKnown(recipient)) {
            throw new NotFound("recipient");
        }
    }

    private Reader reader() {
        return as.reader();
    }
}
