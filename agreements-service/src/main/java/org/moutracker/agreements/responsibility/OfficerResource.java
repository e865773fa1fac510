package org.moutracker.agreements.responsibility;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.person.Contact;
import org.moutracker.agreements.person.People;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;

@Path("/api/v1/officers/{subject}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Officers", description = "Who of the register's own side is responsible, away, and stands in.")
class OfficerResource {

    private final Officers officers;
    private final People people;
    private final NameOfficers names;
    private final Absences absences;
    private final Register register;
    private final Idempotency idempotency;

    OfficerResource(
            Officers officers,
            People people,
            NameOfficers names,
            Absences absences,
            Register register,
            Idempotency idempotency) {
        this.officers = officers;
        this.people = people;
        this.names = names;
        this.absences = absences;
        this.register = register;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Read an officer", description = "Who it is, and the absences that are not over.")
    public OfficerView readOfficer(@PathParam("subject") String subject) {
        return view(officers.get(subject));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Register an officer, or change how one can be reached",
            description =
                    "It holds for all agreements at once. An address by which another person is known is refused.")
    public OfficerView putOfficer(
            @PathParam("subject") @Pattern(regexp = AssignmentForm.SUBJECT, message = AssignmentForm.SUBJECT_WANTED)
                    String subject,
            @NotNull @Valid Contact person) {
        return view(names.meet(subject, person));
    }

    @POST
    @Path("/erasure")
    @Transactional
    @Operation(
            summary = "Forget who an officer is",
            description =
                    "Name and mail address are erased here and in notifications; what the officer did stays, under a "
                            + "pseudonym.")
    @APIResponse(responseCode = "204", description = "It is forgotten")
    public void eraseOfficer(@PathParam("subject") String subject, @NotNull @Valid ErasureForm form) {
        people.erase(officers.get(subject).person(), form.reason(), register.now(), register.name());
    }

    @POST
    @Path("/absences")
    @Transactional
    @Operation(
            summary = "Record an absence",
            description =
                    "From all agreements at once, with a deputy or without. Whoever acts on these days follows from it; a "
                            + "deputy who is away too is represented by another one, if there is any.")
    @APIResponse(
            responseCode = "201",
            description = "The absence",
            content = @Content(schema = @Schema(implementation = AbsenceView.class)))
    public Response recordAbsence(
            @PathParam("subject") String subject,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid AbsenceForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var absence = absences.add(subject, form);
            return Response.created(uri.getRequestUri()).entity(absence).build();
        });
    }

    @GET
    @Path("/absences")
    @Operation(
            summary = "List absences",
            description = "Of one officer, those that are over too, as they were recorded.")
    public RestResponse<Page<AbsenceView>> listAbsences(
            @PathParam("subject") String subject,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(null);
        return Pages.of(
                absences.page(subject, after, size + 1),
                size,
                absence -> Cursor.of(absence.id()),
                absence -> absence,
                uri);
    }

    @POST
    @Path("/absences/{absence}/end")
    @Transactional
    @Operation(
            summary = "End an absence",
            description = "With a day before the planned one. With the day before the first there is none.")
    public AbsenceView endAbsence(
            @PathParam("subject") String subject,
            @PathParam("absence") UUID absence,
            @NotNull @Valid AbsenceEndForm form) {
        return absences.end(subject, absence, form.on());
    }

    private OfficerView view(Officer officer) {
        return new OfficerView(
                officer.subject(),
                Objects.requireNonNull(people.find(List.of(officer.person())).get(officer.person())));
    }
}
