package org.moutracker.notifications.verification;

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
import org.moutracker.notifications.access.Self;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows who can be told, and at an address of which it is known that it is right. */
@Path("/api/v1/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients", description = "Who can be told, and whether it is known that the address is right.")
class RecipientResource {

    static final String RECIPIENT = """
            {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "address": "a…@health.example",
             "channels": ["MAIL", "IN_APP"], "addressVerified": true,
             "verification": {"at": "2025-09-20T08:00:00Z", "how": "VOUCHED",
               "evidence": "Note verbale 12/2025 of 2025-09-20"}, "suppression": null,
             "lastVerificationMail": {"askedAt": "2025-09-17T07:00:00Z", "expiresAt": "2025-10-17T07:00:00Z",
               "endedBecause": "VOUCHED", "state": "ACCEPTED", "closedBecause": null}}""";

    private static final String WAITING = """
            {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "address": "a…@health.example",
             "channels": ["MAIL", "IN_APP"], "addressVerified": false, "verification": null, "suppression": null,
             "lastVerificationMail": {"askedAt": "2025-09-17T07:00:00Z", "expiresAt": "2025-10-17T07:00:00Z",
               "endedBecause": null, "state": "ACCEPTED", "closedBecause": null}}""";

    private final RecipientPages recipients;
    private final Self self;

    RecipientResource(RecipientPages recipients, Self self) {
        this.recipients = recipients;
        this.self = self;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(summary = "List recipients", description = "Whoever is known and not erased, by id.")
    @APIResponse(
            responseCode = "200",
            description = "One page of recipients",
            content =
                    @Content(
                            schema = @Schema(implementation = RecipientView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "Somebody who has not confirmed the address",
                                            value = "{\"items\": [" + WAITING + "], \"next\": null}")))
    public RestResponse<Page<RecipientView>> list(
            @Parameter(description = "Only those whose address is verified, or is not", example = "false")
                    @QueryParam("addressVerified")
                    @Nullable
                    Boolean addressVerified,
            @Parameter(description = "Only members of this group", example = "01995778-5a80-7000-8000-00000000e001")
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
        var found =
                recipients.find(new RecipientPages.Filter(addressVerified, workingGroup, self.only()), after, size + 1);
        return Pages.of(found, size, recipient -> Cursor.of(recipient.id()), recipient -> recipient, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a recipient", description = "With when and how the address was verified.")
    @APIResponse(
            responseCode = "200",
            description = "The recipient",
            content =
                    @Content(
                            schema = @Schema(implementation = RecipientView.class),
                            examples = {
                                @ExampleObject(name = "Vouched for", value = RECIPIENT),
                                @ExampleObject(name = "Not verified", value = WAITING)
                            }))
    public RestResponse<RecipientView> show(
            @Parameter(description = "The person's id", example = "01995778-6000-7000-8000-00000000f001")
                    @PathParam("id")
                    UUID id) {
        return answer(recipients.find(id).orElseThrow(() -> new NotFound("recipient")));
    }

    static RestResponse<RecipientView> answer(RecipientView recipient) {
        return RestResponse.ResponseBuilder.ok(recipient)
                .header("ETag", Versions.etag(recipient.version()))
                .build();
    }
}
