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
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.deadline.Viewer;
import org.moutracker.workinggroups.person.People;

/** Makes links to pages. */
@Path("/api/v1/page-links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pages", description = "Groups and members as pages for people, in their language.")
class PageLinkResource {

    private final PageLinks links;
    private final GroupRows groups;
    private final People people;
    private final Viewer viewer;

    PageLinkResource(PageLinks links, GroupRows groups, People people, Viewer viewer) {
        this.links = links;
        this.groups = groups;
        this.people = people;
        this.viewer = viewer;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Make a link to a page",
            description =
                    "It opens the page of a group, or of a person with all their groups, without a login and until"
                            + " it ends. Nothing is stored, and nothing takes it back. The page of a group shows what all sides"
                            + " see. That of a person shows what is internal to the person's own side too, as far as the caller"
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
        var kind = form.kind();
        var expiresAt = links.now().plus(form.duration()).truncatedTo(ChronoUnit.SECONDS);
        var link = PageLink.of(kind, known(kind, form), viewer.viewpoint(), expiresAt);
        return new PageLinkView(uri.getBaseUri().resolve("/pages/" + links.sign(link)), expiresAt);
    }

    private UUID known(PageKind kind, PageLinkForm form) {
        return switch (kind) {
            case GROUP ->
                known("workingGroupId", form.workingGroupId(), id -> !groups.find(List.of(id))
                        .isEmpty());
            case MEMBER ->
                known("personId", form.personId(), id -> people.find(List.of(id))
                        .containsKey(id));
        };
    }

    private static UUID known(String field, @Nullable UUID id, Predicate<UUID> isKnown) {
        if (id == null || !isKnown.test(id)) {
            throw new InvalidRequest(field, "is not known");
        }
        return id;
    }
}
