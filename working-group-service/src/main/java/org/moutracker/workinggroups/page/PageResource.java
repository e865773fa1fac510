package org.moutracker.workinggroups.page;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Gate;
import org.moutracker.workinggroups.deadline.Viewer;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.page.PageLinks.LinkWords;
import org.moutracker.workinggroups.page.PageSubject.OfGroup;
import org.moutracker.workinggroups.page.PageSubject.OfMember;
import org.moutracker.workinggroups.page.PageSubject.OfReport;

/** Shows groups, their reports, and members as pages. */
@Path("/pages")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
@APIResponse(
        responseCode = "200",
        description = "The page",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
@APIResponse(
        responseCode = "400",
        description = "A parameter is unknown",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
@APIResponse(
        responseCode = "401",
        description = "Neither a link nor a valid bearer token; a page says what to do",
        content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
@APIResponse(
        responseCode = "403",
        description =
                "The link was not made for this page, or its time is over, and a page says what to do; or the token's"
                        + " owner may not read what the page shows",
        content = {
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
            @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem"))
        })
@APIResponse(
        responseCode = "404",
        description = "There is no such page",
        content = {
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
            @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem"))
        })
class PageResource {

    private static final String EXPIRES = "From the link: when it ends";
    private static final String PARTY = "From the link: whose internal deadlines it may show";
    private static final String SIGNATURE = "From the link: that it is genuine";
    private static final String LANG =
            "en, ur, ar or zh; unless told, the person's language on a person's page, else what the browser prefers";

    private final ReadPages pages;
    private final ReadReports reports;
    private final PageLinks links;
    private final Viewer viewer;
    private final Gate gate;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    PageResource(
            ReadPages pages,
            ReadReports reports,
            PageLinks links,
            Viewer viewer,
            Gate gate,
            SecurityIdentity identity,
            InstantSource clock) {
        this.pages = pages;
        this.reports = reports;
        this.links = links;
        this.viewer = viewer;
        this.gate = gate;
        this.identity = identity;
        this.clock = clock;
    }

    /** For whom a page is shown: by a link or, without one, as whoever is logged in. */
    private record Reader(Viewpoint viewpoint, Optional<PageLink> link) {}

    @GET
    @Path("/working-groups/{group}")
    @Operation(
            summary = "Show a working group",
            description = "A page for people, by a link or with a bearer token: what is due next on the clocks of every"
                    + " side, what is missing, open deadlines, meetings, action items, members, reports and a timeline."
                    + " Needs no script.")
    public Response showWorkingGroup(
            @PathParam("group") UUID group,
            @Parameter(description = EXPIRES) @QueryParam("expires") @Nullable String expires,
            @Parameter(description = PARTY) @QueryParam("party") @Nullable String party,
            @Parameter(description = SIGNATURE) @QueryParam("signature") @Nullable String signature,
            @Parameter(description = LANG) @QueryParam("lang") @Nullable String lang,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var given = new LinkWords(expires, party, signature);
        var language = Language.choose(lang, null, preferred);
        return reader(new OfGroup(group), given)
                .map(reader -> pages.group(group, reader.viewpoint(), clock.instant())
                        .map(page -> group(page, reader, language))
                        .orElseGet(() -> refuse(Refusal.NOTHING, language)))
                .orElseGet(() -> refuse(given, language));
    }

    @GET
    @Path("/members/{person}")
    @Operation(
            summary = "Show a person's working groups",
            description =
                    "A page for one person, by a link or with a bearer token: all groups in which the person sits,"
                            + " the one that is due first at the top, and what the person has to see to.")
    public Response showMember(
            @PathParam("person") UUID person,
            @Parameter(description = EXPIRES) @QueryParam("expires") @Nullable String expires,
            @Parameter(description = PARTY) @QueryParam("party") @Nullable String party,
            @Parameter(description = SIGNATURE) @QueryParam("signature") @Nullable String signature,
            @Parameter(description = LANG) @QueryParam("lang") @Nullable String lang,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred) {
        var given = new LinkWords(expires, party, signature);
        return reader(new OfMember(person), given)
                .map(reader -> pages.member(person, reader.viewpoint(), clock.instant())
                        .map(page -> member(page, reader, Language.choose(lang, page.language(), preferred)))
                        .orElseGet(() -> refuse(Refusal.NOTHING, Language.choose(lang, null, preferred))))
                .orElseGet(() -> refuse(given, Language.choose(lang, null, preferred)));
    }

    @GET
    @Path("/working-groups/{group}/reports/{report}")
    @Operation(
            summary = "Show a report of a working group",
            description =
                    "A page to read and to print, by a link or with a bearer token: how the agreements of the group are"
                            + " carried out. By its number it shows a report as it was handed in, by its days what is known now.")
    public Response showReport(
            @PathParam("group") UUID group,
            @Parameter(
                            description = "The number of a report that was handed in, or the first and the last day",
                            examples = {
                                @ExampleObject(name = "Number", value = "R-2026-01"),
                                @ExampleObject(name = "Days", value = "2025-10-14--2026-10-13")
                            })
                    @PathParam("report")
                    String report,
            @Parameter(description = EXPIRES) @QueryParam("expires") @Nullable String expires,
            @Parameter(description = PARTY) @QueryParam("party") @Nullable String party,
            @Parameter(description = SIGNATURE) @QueryParam("signature") @Nullable String signature,
            @Parameter(description = LANG) @QueryParam("lang") @Nullable String lang,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String preferred,
            @Context UriInfo uri) {
        var given = new LinkWords(expires, party, signature);
        var language = Language.choose(lang, null, preferred);
        var subject = AskedReport.named(report).map(asked -> new OfReport(group, asked));
        if (subject.isEmpty()) {
            return refuse(Refusal.NOTHING, language);
        }
        var asked = subject.get();
        return reader(asked, given)
                .map(reader -> reports.find(group, asked.report(), language, source(asked, uri), clock.instant())
                        .map(page ->
                                answer(200, language, words -> Templates.report(frame(language, reader), words, page)))
                        .orElseGet(() -> refuse(Refusal.NOTHING, language)))
                .orElseGet(() -> refuse(given, language));
    }

    /** The address without what makes it a link: on paper anybody may read it. */
    private static String source(OfReport report, UriInfo uri) {
        return uri.getBaseUri().resolve("/pages/" + report.path()).toString();
    }

    private Response group(GroupPage page, Reader reader, Language language) {
        var addresses = page.reports().stream()
                .collect(toMap(
                        Handed::name,
                        handed -> "../" + address(new OfReport(page.id(), handed.report()), reader) + "lang="
                                + language.tag()));
        return answer(200, language, words -> Templates.group(frame(language, reader), words, page, addresses));
    }

    private Response member(MemberPage page, Reader reader, Language language) {
        var addresses = page.seats().stream()
                .map(seat -> seat.group().id())
                .collect(toMap(id -> id, id -> "../" + address(new OfGroup(id), reader) + "lang=" + language.tag()));
        return answer(200, language, words -> Templates.member(frame(language, reader), words, page, addresses));
    }

    /** Where the group's own page is, for the same reader. */
    private String address(OfGroup group, Reader reader) {
        return reader.link().map(link -> links.sign(link.onTo(group)) + "&").orElseGet(() -> group.path() + "?");
    }

    private String address(OfReport report, Reader reader) {
        return reader.link().map(link -> links.sign(link.onTo(report)) + "&").orElseGet(() -> report.path() + "?");
    }

    private Optional<Reader> reader(PageSubject subject, LinkWords given) {
        if (given.isLink()) {
            return links.read(subject, given).map(link -> new Reader(link.viewpoint(), Optional.of(link)));
        }
        return isLoggedIn() ? Optional.of(reader(subject)) : Optional.empty();
    }

    /** A page is for those who may read what it shows. */
    private Reader reader(PageSubject subject) {
        switch (subject) {
            case OfGroup(var group) -> requireReadable("working-groups", group);
            case OfReport report -> requireReadable("working-groups", report.group());
            case OfMember(var person) -> requireReadable("people", person);
        }
        return new Reader(viewer.viewpoint(), Optional.empty());
    }

    private void requireReadable(String things, UUID id) {
        gate.require("GET", "/api/v1/" + things + "/{id}", Map.of("id", id.toString()));
    }

    /** A token that is no good is told as none. */
    private boolean isLoggedIn() {
        try {
            return !identity.isAnonymous();
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    private Frame frame(Language language, Reader reader) {
        return Frame.of(language, reader.link().map(links::query).orElse(""));
    }

    private static Response refuse(LinkWords given, Language language) {
        return refuse(given.isLink() ? Refusal.LINK : Refusal.UNKNOWN, language);
    }

    private static Response refuse(Refusal refusal, Language language) {
        return answer(refusal.status(), language, words -> Templates.refusal(Frame.of(language, ""), refusal));
    }

    private static Response answer(int status, Language language, Function<Words, TemplateInstance> page) {
        var locale = Locale.forLanguageTag(language.tag());
        var answer = Response.status(status)
                .entity(Words.lend(
                        language, words -> page.apply(words).setLocale(locale).render()))
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", Frame.STYLE.policy())
                .language(locale);
        return (status == 401 ? answer.header("WWW-Authenticate", "Bearer") : answer).build();
    }
}
