package org.moutracker.notifications.hold;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows what is held, and what was. */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds", description = "Keep back what would be sent: everything, about one agreement, or by one channel.")
class HoldResource {

    static final String STANDING = """
            {"id": "01995778-7000-7000-8000-000000000a01", "scope": "AGREEMENT",
             "agreementId": "01995778-5a00-7000-8000-00000000a001", "channel": null,
             "reason": "The date of 17 October is being checked.", "placedAt": "2025-10-02T08:00:00Z",
             "placedBy": "operator", "release": null}""";

    static final String RELEASED = """
            {"id": "01995778-7000-7000-8000-000000000a01", "scope": "AGREEMENT",
             "agreementId": "01995778-5a00-7000-8000-00000000a001", "channel": null,
             "reason": "The date of 17 October is being checked.", "placedAt": "2025-10-02T08:00:00Z",
             "placedBy": "operator",
             "release": {"at": "2025-10-02T09:30:00Z", "by": "operator", "reason": "The date is right."}}""";

    private final Holds holds;

    HoldResource(Holds holds) {
        this.holds = holds;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List holds", description = "Those that stand and those that were released, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of holds",
            content =
                    @Content(
                            schema = @Schema(implementation = HoldView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that stands",
                                            value = "{\"items\": [" + STANDING + "], \"next\": null}")))
    public RestResponse<Page<HoldView>> list(
            @Parameter(description = "Only those that stand, or do not any more", example = "true")
                    @QueryParam("standing")
                    @Nullable
                    Boolean standing,
            @Parameter(description = "Only those of this agreement", example = "01995778-5a00-7000-8000-00000000a001")
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
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Holds.Position.of(Cursor.parse(cursor, 2));
        var found = holds.find(new Holds.Filter(standing, agreement), after, size + 1);
        return Pages.of(found, size, Holds.Position::of, hold -> hold, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a hold", description = "With when, by whom and why it was put on and released.")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content =
                    @Content(
                            schema = @Schema(implementation = HoldView.class),
                            examples = {
                                @ExampleObject(name = "One that stands", value = STANDING),
                                @ExampleObject(name = "One that was released", value = RELEASED)
                            }))
    public HoldView show(
            @Parameter(description = "The hold's id", example = "01995778-7000-7000-8000-000000000a01") @PathParam("id")
                    UUID id) {
        return holds.find(id).orElseThrow(() -> new NotFound("hold"));
    }
}
