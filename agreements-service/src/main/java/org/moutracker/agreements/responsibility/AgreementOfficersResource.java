package org.moutracker.agreements.responsibility;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.person.People;
import org.moutracker.agreements.person.Person;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/agreements/{id}/officers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Officers", description = "Who of the register's own side is responsible, away, and stands in.")
class AgreementOfficersResource {

    private final KnownAgreements agreements;
    private final Responsibilities responsibilities;
    private final Officers officers;
    private final People people;
    private final NameOfficers names;
    private final OfficerHistory history;
    private final Idempotency idempotency;

    AgreementOfficersResource(
            KnownAgreements agreements,
            Responsibilities responsibilities,
            Officers officers,
            People people,
            NameOfficers names,
            OfficerHistory history,
            Idempotency idempotency) {
        this.agreements = agreements;
        this.responsibilities = responsibilities;
        this.officers = officers;
        this.people = people;
        this.names = names;
        this.history = history;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Name an officer or follower",
            description =
                    "Of the register's own side, from a day on. There can be several, and one leads at a time. Somebody who is "
                            + "not known yet is described, once for all agreements.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssignmentForm.class),
                            examples = @ExampleObject(name = "Lead", ref = "#/components/examples/Officer")))
    @APIResponse(
            responseCode = "201",
            description = "The officer or follower",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response nameOfficer(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid AssignmentForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var assignment = names.name(id, form);
            return Response.created(URI.create("/api/v1/agreements/%s/officers/%s".formatted(id, assignment.id)))
                    .entity(view(assignment))
                    .build();
        });
    }

    @GET
    @Operation(
            summary = "List officers and followers",
            description = "Of one agreement, those of before and of later too, in the order in which they were named.")
    public RestResponse<Page<AssignmentView>> listOfficers(
            @PathParam("id") UUID id,
            @Parameter(description = "Those of this day alone", example = "2026-01-01") @QueryParam("on") @Nullable
                    LocalDate on,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = after(cursor);
        var rows = responsibilities.page(agreements.get(id).id(), on, after, size + 1);
        var known = people(rows);
        return Pages.of(
                rows,
                size,
                assignment -> Cursor.of(assignment.id),
                assignment -> AssignmentView.of(assignment, Objects.requireNonNull(known.get(assignment.subject))),
                uri);
    }

    @POST
    @Path("/{assignment}/end")
    @Transactional
    @Operation(
            summary = "End an officer or follower",
            description = "With a day, which may be to come. With the day before the first it has never been.")
    public AssignmentView endOfficer(
            @PathParam("id") UUID id, @PathParam("assignment") UUID assignment, @NotNull @Valid EndForm form) {
        return view(names.end(id, assignment, form));
    }

    @GET
    @Path("/history")
    @Operation(
            summary = "List what became of officers",
            description = "Everybody who was named, ended or handed over for one agreement; the oldest first.")
    public RestResponse<Page<OfficerStepView>> listOfficerSteps(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        return Pages.of(
                history.page(agreements.get(id).id(), after(cursor), size + 1),
                size,
                step -> Cursor.of(step.id()),
                step -> step,
                uri);
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(null);
    }

    private AssignmentView view(Assignment assignment) {
        return AssignmentView.of(
                assignment, Objects.requireNonNull(people(List.of(assignment)).get(assignment.subject)));
    }

    private Map<String, Person> people(List<Assignment> assignments) {
        var known = officers.find(
                assignments.stream().map(assignment -> assignment.subject).toList());
        var found = people.find(known.values().stream().map(Officer::person).toList());
        return known.values().stream()
                .collect(Collectors.toMap(
                        Officer::subject, officer -> Objects.requireNonNull(found.get(officer.person()))));
    }
}
