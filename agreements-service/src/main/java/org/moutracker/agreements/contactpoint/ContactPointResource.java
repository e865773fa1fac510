package org.moutracker.agreements.contactpoint;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.agreements.person.Contact;
import org.moutracker.agreements.person.People;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/organizations/{id}/contact-points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contact points", description = "Whom to turn to in an organization.")
class ContactPointResource {

    private final NameContactPoints names;
    private final ContactPoints points;
    private final Organizations organizations;
    private final People people;
    private final Idempotency idempotency;

    ContactPointResource(
            NameContactPoints names,
            ContactPoints points,
            Organizations organizations,
            People people,
            Idempotency idempotency) {
        this.names = names;
        this.points = points;
        this.organizations = organizations;
        this.people = people;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Name a contact point",
            description =
                    "A person of the organization, from a day on. A mail address is one person: what is said of somebody who "
                            + "is known is taken over. Names and addresses leave this service on the people topic alone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactPointForm.class),
                            examples = @ExampleObject(name = "Director", ref = "#/components/examples/ContactPoint")))
    @APIResponse(
            responseCode = "201",
            description = "The contact point",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    public Response nameContactPoint(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid ContactPointForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var point = names.name(id, form);
            return Versions.created(
                    "/api/v1/organizations/%s/contact-points/%s".formatted(id, point.id), view(point), point.version);
        });
    }

    @GET
    @Operation(
            summary = "List contact points",
            description =
                    "Of one organization and its duplicates, those of before and of later too, in the order in which they were "
                            + "named.")
    public RestResponse<Page<ContactPointView>> listContactPoints(
            @PathParam("id") UUID id,
            @Parameter(description = "Those of this day alone", example = "2026-01-01") @QueryParam("on") @Nullable
                    LocalDate on,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(null);
        var rows = points.page(all(id), on, after, size + 1);
        var known = people.find(rows.stream().map(point -> point.personId).toList());
        return Pages.of(
                rows,
                size,
                point -> Cursor.of(point.id),
                point -> ContactPointView.of(point, Objects.requireNonNull(known.get(point.personId))),
                uri);
    }

    @GET
    @Path("/{point}")
    @Operation(summary = "Read a contact point", description = "One contact point of an organization.")
    public RestResponse<ContactPointView> readContactPoint(@PathParam("id") UUID id, @PathParam("point") UUID point) {
        return answer(points.get(all(id), point));
    }

    @PUT
    @Path("/{point}/person")
    @Transactional
    @Operation(
            summary = "Change how a contact point can be reached",
            description =
                    "The same person under another address, name, language or zone, wherever it is named. Somebody else is "
                            + "another contact point. An address by which another person is known is refused.")
    public RestResponse<ContactPointView> changeContactPointPerson(
            @PathParam("id") UUID id, @PathParam("point") UUID point, @NotNull @Valid Contact person) {
        var known = points.get(all(id), point);
        people.change(known.personId, person);
        return answer(known);
    }

    @POST
    @Path("/{point}/end")
    @Transactional
    @Operation(
            summary = "End a contact point",
            description = "With a day, which may be to come. With the day before the first it has never been one.")
    public RestResponse<ContactPointView> endContactPoint(
            @PathParam("id") UUID id,
            @PathParam("point") UUID point,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ContactPointEnd form) {
        var ended = points.lock(all(id), point);
        Versions.allow(ifMatch, ended.version);
        return answer(names.end(ended, form.on()));
    }

    @POST
    @Path("/{point}/erasure")
    @Transactional
    @Operation(
            summary = "Forget who a contact point is",
            description =
                    "Name and mail address of the person are erased here and in notifications, wherever the person is named; a "
                            + "pseudonym is left.")
    @APIResponse(responseCode = "204", description = "It is forgotten")
    public void eraseContactPoint(
            @PathParam("id") UUID id, @PathParam("point") UUID point, @NotNull @Valid ContactPointErasure form) {
        names.erase(points.get(all(id), point), form.reason());
    }

    private Set<UUID> all(UUID organization) {
        organizations.require(organization);
        return organizations.withDuplicates(List.of(organization));
    }

    private ContactPointView view(ContactPoint point) {
        return ContactPointView.of(
                point,
                Objects.requireNonNull(people.find(List.of(point.personId)).get(point.personId)));
    }

    private RestResponse<ContactPointView> answer(ContactPoint point) {
        return Versions.answer(view(point), point.version);
    }
}
