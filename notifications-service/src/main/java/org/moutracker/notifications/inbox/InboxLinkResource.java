package org.moutracker.notifications.inbox;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.notifications.mail.PublicUrl;
import org.moutracker.platform.page.LinkTime;
import org.moutracker.platform.problem.NotFound;

/** Makes links to inboxes, for a portal in which somebody is logged in. */
@Path("/api/v1/recipients/{id}/inbox-links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inbox")
class InboxLinkResource {

    private final InboxLinks links;
    private final InboxPages inboxes;
    private final ReadAs as;
    private final PublicUrl url;

    InboxLinkResource(InboxLinks links, InboxPages inboxes, ReadAs as, PublicUrl url) {
        this.links = links;
        this.inboxes = inboxes;
        this.as = as;
        this.url = url;
    }

    @POST
    @Blocking
    @Transactional
    @Operation(
            summary = "Make a link to an inbox",
            description = "It opens the inbox as a page, without a login and until it ends, and shows as much of it as"
                    + " its maker sees. Nothing is stored, and nothing takes it back.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InboxLinkForm.class),
                            examples = @ExampleObject(name = "For two days", value = "{\"validFor\": \"P2D\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content = @Content(schema = @Schema(implementation = InboxLinkView.class)))
    public InboxLinkView makeInboxLink(
            @Parameter(description = "The person's id", example = "01995778-6000-7000-8000-00000000f001")
                    @PathParam("id")
                    UUID id,
            @NotNull @Valid InboxLinkForm form) {
        var duration = LinkTime.read(form.validFor());
        if (!inboxes.isKnown(id)) {
            throw new NotFound("recipient");
        }
        var expiresAt = links.now().plus(duration).truncatedTo(ChronoUnit.SECONDS);
        var link = InboxLink.of(id, as.reader(), expiresAt);
        return new InboxLinkView(URI.create(url.of("/inboxes/" + links.sign(link))), expiresAt);
    }
}
