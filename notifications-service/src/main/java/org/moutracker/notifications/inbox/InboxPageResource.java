package org.moutracker.notifications.inbox;

import static org.moutracker.platform.problem.ProblemType.FORBIDDEN;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
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
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.platform.problem.Refused;

/** An inbox as a page, which a link opens. Looking at it changes nothing; its buttons do. */
@Path("/inboxes/{token}")
@PermitAll
@Tag(name = "Inbox")
@APIResponse(
        responseCode = "403",
        description = "The link was not made for an inbox, or its time is over; a page says so",
        content = {
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
            @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem"))
        })
class InboxPageResource {

    private static final String TOKEN = "From the link";

    /** The pages, whose expressions are checked when they are built. */
    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance page(Frame frame, InboxPage page);

        static native TemplateInstance refusal(Frame frame);
    }

    private final InboxLinks links;
    private final InboxPages inboxes;
    private final WriteInbox write;
    private final MarkRead read;
    private final Listen listen;
    private final Recipients recipients;

    InboxPageResource(
            InboxLinks links,
            InboxPages inboxes,
            WriteInbox write,
            MarkRead read,
            Listen listen,
            Recipients recipients) {
        this.links = links;
        this.inboxes = inboxes;
        this.write = write;
        this.read = read;
        this.listen = listen;
        this.recipients = recipients;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Transactional
    @Operation(
            summary = "Show an inbox",
            description =
                    "The latest first, in its owner's language. Says when something new has come, where the browser"
                            + " runs scripts. Open without a token, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response showInbox(
            @Parameter(description = TOKEN) @PathParam("token") String token,
            @Parameter(description = "`unread` for what is unread alone", example = "unread")
                    @QueryParam("show")
                    @Nullable
                    String show,
            @Parameter(description = "Where the page before ended", example = "4711") @QueryParam("before") @Nullable
                    Long before,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var look = new WriteInbox.Look("unread".equals(show), before);
        return links.read(token)
                .flatMap(link -> owner(link).map(owner -> {
                    var language =
                            Language.named(owner.person().language()).orElseGet(() -> Language.preferred(preferred));
                    var page = write.write(
                            token, link, look, language, owner.clock().orElse(null));
                    var frame =
                            new Frame(language, WriteInbox.messages(language).title());
                    return frame.answer(200, Templates.page(frame, page), InboxPage.LOOKS.policy());
                }))
                .orElseGet(() -> refuse(preferred));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Listen to an inbox by its link",
            description = "As `/api/v1/recipients/{id}/inbox/stream`, for the page.")
    @APIResponse(
            responseCode = "200",
            description = "It listens",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> listenByLink(
            @Parameter(description = TOKEN) @PathParam("token") String token,
            @Parameter(description = "The id of the last event that the page has", example = "4711")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "The same, of a browser that comes again") @HeaderParam("Last-Event-ID") @Nullable
                    String last,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        var link = links.read(token)
                .orElseThrow(() -> new Refused(FORBIDDEN, "the link was not made for an inbox, or its time is over"));
        return listen.to(link.person(), link.reader(), last == null ? after : last, sse, request);
    }

    @POST
    @Path("/alerts/{alertId}/read")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Transactional
    @Operation(summary = "Mark as read by a link", description = "What the button does: repeat it as you like.")
    @APIResponse(responseCode = "303", description = "It is read, if it stands in the inbox; the page shows it")
    public Response readByLink(
            @Parameter(description = TOKEN) @PathParam("token") String token,
            @Parameter(description = "The alert's id", example = "5d3ac1f0-65d5-5c8e-9d2f-000000000001")
                    @PathParam("alertId")
                    UUID alert,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        return change(token, preferred, "../../../", link -> inboxes.find(link.person(), link.reader(), alert)
                .ifPresent(item -> read.one(item.alertId())));
    }

    @POST
    @Path("/read-all")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Operation(
            summary = "Mark all as read by a link",
            description = "What the button does: all up to the one that stood first on the page.")
    @APIResponse(responseCode = "303", description = "They are read; the page shows them")
    public Response readAllByLink(
            @Parameter(description = TOKEN) @PathParam("token") String token,
            @FormParam("upTo") @Nullable UUID upTo,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        return change(token, preferred, "../", link -> Optional.ofNullable(upTo)
                .flatMap(alert -> inboxes.find(link.person(), link.reader(), alert))
                .ifPresent(item -> read.all(link.person(), link.reader(), item.number())));
    }

    /** Then the page is shown again, so that nobody who reloads it does so twice. */
    private Response change(String token, @Nullable String preferred, String up, Consumer<InboxLink> change) {
        return links.read(token)
                .map(link -> {
                    change.accept(link);
                    return Response.status(303).header("Location", up + token).build();
                })
                .orElseGet(() -> refuse(preferred));
    }

    private Optional<Recipient> owner(InboxLink link) {
        return Optional.ofNullable(recipients.find(List.of(link.person())).get(link.person()));
    }

    private static Response refuse(@Nullable String preferred) {
        var language = Language.preferred(preferred);
        var frame = new Frame(language, WriteInbox.messages(language).refusedTitle());
        return frame.answer(403, Templates.refusal(frame));
    }
}
