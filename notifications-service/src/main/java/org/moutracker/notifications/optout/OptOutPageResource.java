package org.moutracker.notifications.optout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.OptOut;
import org.moutracker.notifications.mail.OptOutLinks;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.preference.ChangePreference;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.preference.Readers;
import org.moutracker.notifications.preference.Readers.Reader;

/** The page that the last line of a mail opens, and its button, which mail programs press by themselves when asked to. */
@Path("/opt-outs/{recipient}/{kind}/{signature}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Recipients")
@APIResponse(
        responseCode = "404",
        description = "There is no such link; a page says so",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
class OptOutPageResource {

    /** The one page there is, whose expressions are checked when it is built. */
    @CheckedTemplate(basePath = "optout")
    static class Templates {
        static native TemplateInstance page(Frame frame, OptOutPage page);
    }

    private final OptOutLinks links;
    private final Readers readers;
    private final Preferences preferences;
    private final ChangePreference change;

    OptOutPageResource(OptOutLinks links, Readers readers, Preferences preferences, ChangePreference change) {
        this.links = links;
        this.readers = readers;
        this.preferences = preferences;
        this.change = change;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "Ask whether mails of a kind are to stop",
            description =
                    "The page behind the last line of a mail that its reader can do without, in his language, with one"
                            + " button: to stop them, or to sign up again. Open without a token, needs no script, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response showOptOut(
            @Parameter(description = "From the mail") @PathParam("recipient") String recipient,
            @Parameter(description = "From the mail") @PathParam("kind") String kind,
            @Parameter(description = "From the mail") @PathParam("signature") String signature,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var optOut = links.read(recipient, kind, signature);
        var reader = optOut.flatMap(this::reader);
        var language = language(reader, preferred);
        if (optOut.isEmpty() || reader.isEmpty()) {
            return answer(404, OptOutPage.refusing(language));
        }
        var one = optOut.get();
        var unwanted = preferences
                .of(List.of(one.recipientId()))
                .of(one.recipientId())
                .wishes()
                .unwanted();
        return answer(
                200,
                unwanted.contains(one.kind()) ? OptOutPage.stopped(language) : OptOutPage.asking(language, one.kind()));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Blocking
    @Transactional
    @Operation(
            summary = "Stop mails of a kind, or get them again",
            description =
                    "What the button does, and what mail programs do with one click (RFC 8058). It takes effect at once,"
                            + " and to do it twice is to do it once. It stops this kind of mails alone; the inbox keeps everything.")
    @APIResponse(
            responseCode = "200",
            description = "It is done; a page says so, and how to take it back",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "400",
            description = "It is not said what to do; nothing was changed",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response stopMails(
            @Parameter(description = "From the mail") @PathParam("recipient") String recipient,
            @Parameter(description = "From the mail") @PathParam("kind") String kind,
            @Parameter(description = "From the mail") @PathParam("signature") String signature,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred,
            @RestForm("List-Unsubscribe") @Nullable String does) {
        var optOut = links.read(recipient, kind, signature);
        var language = language(optOut.flatMap(this::reader), preferred);
        if (optOut.isEmpty()) {
            return answer(404, OptOutPage.refusing(language));
        }
        var stops = OptOutPage.STOP.equals(does);
        if (!stops && !OptOutPage.AGAIN.equals(does)) {
            return answer(400, OptOutPage.unchanged(language));
        }
        var one = optOut.get();
        if (change.byLink(one.recipientId(), one.kind(), !stops).isEmpty()) {
            return answer(404, OptOutPage.refusing(language));
        }
        return answer(200, stops ? OptOutPage.stopped(language) : OptOutPage.resumed(language));
    }

    private Optional<Reader> reader(OptOut optOut) {
        return Optional.ofNullable(readers.of(List.of(optOut.recipientId())).get(optOut.recipientId()));
    }

    private static Language language(Optional<Reader> reader, @Nullable String preferred) {
        return reader.flatMap(known -> Language.named(known.language())).orElseGet(() -> Language.preferred(preferred));
    }

    private static Response answer(int status, OptOutPage page) {
        var frame = page.frame();
        return frame.answer(status, Templates.page(frame, page));
    }
}
