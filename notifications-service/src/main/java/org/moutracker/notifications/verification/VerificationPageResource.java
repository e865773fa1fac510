package org.moutracker.notifications.verification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.recipient.Recipients;

/** The page that a link opens, and its button. Mail scanners follow links, so that looking at it changes nothing. */
@Path("/address-verifications/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Recipients")
@APIResponse(
        responseCode = "404",
        description = "There is no such link; a page says so",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
@APIResponse(
        responseCode = "410",
        description = "The link was used, its time is over or another has taken its place; a page says what to do",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
class VerificationPageResource {

    /** The one page there is, whose expressions are checked when it is built. */
    @CheckedTemplate(basePath = "address")
    static class Templates {
        static native TemplateInstance page(Frame frame, Page page);
    }

    private final Links links;
    private final VerifyAddress verify;
    private final Recipients recipients;
    private final InstantSource clock;

    VerificationPageResource(Links links, VerifyAddress verify, Recipients recipients, InstantSource clock) {
        this.links = links;
        this.verify = verify;
        this.recipients = recipients;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "Ask whether an address is right",
            description = "The page behind the link of a verification mail, in its reader's language, with one button."
                    + " Open without a token, needs no script, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response showVerification(
            @Parameter(description = "From the mail") @PathParam("token") String token,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var link = LinkToken.read(token).flatMap(links::find);
        var reader = link.flatMap(this::reader);
        var language = language(reader, preferred);
        var state = link.map(found -> found.at(clock.instant())).orElse(LinkState.UNKNOWN);
        if (state != LinkState.OPEN) {
            return answer(state.status(), Page.refusing(language, state));
        }
        return reader.flatMap(known -> known.person()
                        .mailbox()
                        .map(address -> answer(200, Page.asking(language, known.name(), address))))
                .orElseGet(() -> answer(410, Page.refusing(language, LinkState.SUPERSEDED)));
    }

    @POST
    @Blocking
    @Transactional
    @Operation(
            summary = "Confirm that an address is right",
            description = "What the button does. It works once. From then on its owner is told what is official, and at"
                    + " once what has waited for that and is still true.")
    @APIResponse(
            responseCode = "200",
            description = "It is confirmed; a page says so",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response confirmAddress(
            @Parameter(description = "From the mail") @PathParam("token") String token,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var read = LinkToken.read(token);
        var language = language(read.flatMap(links::find).flatMap(this::reader), preferred);
        var state = read.map(verify::byLink).orElse(LinkState.UNKNOWN);
        return state == LinkState.OPEN
                ? answer(200, Page.done(language))
                : answer(state.status(), Page.refusing(language, state));
    }

    private Optional<Recipient> reader(Link link) {
        return Optional.ofNullable(recipients.find(List.of(link.recipientId())).get(link.recipientId()));
    }

    private static Language language(Optional<Recipient> reader, @Nullable String preferred) {
        return reader.flatMap(known -> Language.named(known.person().language()))
                .orElseGet(() -> Language.preferred(preferred));
    }

    private static Response answer(int status, Page page) {
        return page.frame().answer(status, Templates.page(page.frame(), page));
    }
}
