package org.moutracker.notifications.action;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.ActionLinks;
import org.moutracker.notifications.mail.Language;

/**
 * The pages that links in mails open. Mail scanners follow links, so that looking at one changes nothing. The address is
 * the right to act: there is no login, no cookie that a foreign page could misuse, and no script.
 */
@Path("/actions/{link}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(
        name = "Action pages",
        description =
                "What the links in mails open, without a token: to acknowledge, to snooze, to report done, to see what"
                        + " it is about, and to decide on what was reported done. Each link works once.")
@APIResponse(
        responseCode = "404",
        description = "There is no such link; a page says so",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
@APIResponse(
        responseCode = "410",
        description = "The link was used, its time is over, or there is nothing more to do; a page says which",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
class ActionPageResource {

    private static final String FROM_MAIL = "From the mail: what it is about, what for, until when, and the signature";

    private final ActionLinks links;
    private final AlertLinks alerts;
    private final DecisionLinks decisions;

    ActionPageResource(ActionLinks links, AlertLinks alerts, DecisionLinks decisions) {
        this.links = links;
        this.alerts = alerts;
        this.decisions = decisions;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "Show what a link is about",
            description =
                    "The deadline, its day by the clocks of the reader and of each side, why it is that day, who else"
                            + " is responsible, who sees to it, how it stands, and a form. In the reader's language, needs no"
                            + " script, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response showAction(
            @Parameter(description = FROM_MAIL) @PathParam("link") String link,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var language = Language.preferred(preferred);
        return links.read(link)
                .map(read -> switch (read.action()) {
                    case ACKNOWLEDGE, SNOOZE, DONE, OPEN -> alerts.show(read, language);
                    case DECIDE -> decisions.show(read, language);
                })
                .orElseGet(() -> Answers.unknown(language));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    @Transactional
    @Operation(
            summary = "Do what a link is for",
            description =
                    "What the button does, by the same rules as the API. It works once; the same again says so and"
                            + " changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is done; a page says so",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "400",
            description = "What was filled in cannot be meant; the page says what",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "409",
            description = "It makes no sense any more; the page says why",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response act(
            @Parameter(description = FROM_MAIL) @PathParam("link") String link,
            @BeanParam ActionForm form,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var language = Language.preferred(preferred);
        return links.read(link)
                .map(read -> switch (read.action()) {
                    case ACKNOWLEDGE, SNOOZE, DONE, OPEN -> alerts.act(read, form, language);
                    case DECIDE -> decisions.act(read, form, language);
                })
                .orElseGet(() -> Answers.unknown(language));
    }
}
