package org.moutracker.workinggroups.page;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.access.OwnSeats;
import org.moutracker.workinggroups.deadline.Viewer;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.page.PageSubject.OfGroup;
import org.moutracker.workinggroups.page.PageSubject.OfMember;
import org.moutracker.workinggroups.page.PageSubject.OfReport;
import org.moutracker.workinggroups.person.People;

/** Makes links to pages. */
@Path("/api/v1/page-links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pages", description = "Groups and members as pages for people, in their language.")
class PageLinkResource {

    private final PageLinks links;
    private final GroupRows groups;
    private final ReadReports reports;
    private final People people;
    private final Viewer viewer;
    private final OwnSeats seats;

    PageLinkResource(
            PageLinks links, GroupRows groups, ReadReports reports, People people, Viewer viewer, OwnSeats seats) {
        this.links = links;
        this.groups = groups;
        this.reports = reports;
        this.people = people;
        this.viewer = viewer;
        this.seats = seats;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Make a link to a page",
            description =
                    "It opens the page of a group, of a report, or of a person with all their groups, without a login"
                            + " and until it ends. Nothing is stored, and nothing takes it back. The page of a group or a report"
                            + " shows what all sides see; that of a group leads on to its reports, and none leads back. That of a person shows what is internal to the person's own side too, as far as the caller"
                            + " sees it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PageLinkForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "Group",
                                            value =
                                                    "{\"workingGroupId\": \"01995778-5a80-7000-8000-00000000e001\", \"validFor\": \"P2D\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content = @Content(schema = @Schema(implementation = PageLinkView.class)))
    public PageLinkView makePageLink(@NotNull @Valid PageLinkForm form, @Context UriInfo uri) {
        var subject = form.subject();
        var expiresAt = links.now().plus(form.duration()).truncatedTo(ChronoUnit.SECONDS);
        requireKnown(subject);
        requireOwn(subject);
        var link = PageLink.of(subject, viewpoint(subject), expiresAt);
        return new PageLinkView(uri.getBaseUri().resolve("/pages/" + links.sign(link)), expiresAt);
    }

    private void requireKnown(PageSubject subject) {
        switch (subject) {
            case OfGroup(var group) -> requireGroup(group);
            case OfMember(var person) ->
                requireKnown("personId", people.find(List.of(person)).containsKey(person));
            case OfReport(var group, var report) -> {
                requireGroup(group);
                requireKnown("report", reports.isKnown(group, report));
            }
        }
    }

    /** The page of a person shows no more than the own side sees, so that it may show all of that to the person. */
    private Viewpoint viewpoint(PageSubject subject) {
        return subject instanceof OfMember(var person) && seats.isSelf(person)
                ? new Viewpoint(null, true)
                : viewer.viewpoint();
    }

    /** What is not the maker's own is told as if it were not there. */
    private void requireOwn(PageSubject subject) {
        if (viewer.viewpoint().onlyOwn()) {
            switch (subject) {
                case OfGroup(var group) ->
                    requireKnown("workingGroupId", seats.groups().contains(group));
                case OfReport report ->
                    requireKnown("workingGroupId", seats.groups().contains(report.group()));
                case OfMember(var person) -> requireKnown("personId", seats.isSelf(person));
            }
        }
    }

    private void requireGroup(UUID group) {
        requireKnown("workingGroupId", groups.isKnown(group));
    }

    private static void requireKnown(String field, boolean isKnown) {
        if (!isKnown) {
            throw new InvalidRequest(field, "is not known");
        }
    }
}
