package org.moutracker.workinggroups.deadline;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Completes, extends, waives and reopens deadlines. */
@Path("/api/v1/deadlines/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Deadlines")
class DeadlineCommandResource {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final DeadlineResource reader;
    private final Consequences consequences;
    private final ExtendDeadline extendDeadline;
    private final KnownCalendars calendars;
    private final GroupDuties duties;
    private final Viewer viewer;
    private final InstantSource clock;

    DeadlineCommandResource(
            DeadlineRepository deadlines,
            DeadlineLedger ledger,
            DeadlineResource reader,
            Consequences consequences,
            ExtendDeadline extendDeadline,
            KnownCalendars calendars,
            GroupDuties duties,
            Viewer viewer,
            InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.reader = reader;
        this.consequences = consequences;
        this.extendDeadline = extendDeadline;
        this.calendars = calendars;
        this.duties = duties;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Says that it is done. */
    @Schema(name = "Completion")
    record Completion(
            @NotNull @Schema(required = true, examples = "2025-10-14")
            LocalDate on,

            @Size(max = 2000) @Schema(examples = "both co-chairs are named", nullable = true) @Nullable
            String note) {}

    /** Moves it. */
    @Schema(name = "Extension")
    record Moving(
            @NotNull @Schema(required = true, ref = "#/components/schemas/RuleOrDate")
            Object to,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "both sides agreed by exchange of notes")
            String reason) {}

    /** Says why. */
    @Schema(name = "Reason")
    record Because(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "the nomination was withdrawn")
            String reason) {}

    @POST
    @Path("/completion")
    @Operation(
            summary = "Complete a deadline",
            description = "What was due is done on that day, which is not in the future and not before the day that the"
                    + " deadline is counted from. It becomes MET.")
    public RestResponse<DeadlineView> completeDeadline(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Completion completion) {
        return change(id, ifMatch, deadline -> deadline.complete(completion.on(), completion.note(), clock.instant()));
    }

    @POST
    @Path("/extension")
    @Operation(
            summary = "Extend a deadline",
            description = "Moves the last day to a later one: a date, which then stands whatever the facts become, or a"
                    + " rule, which goes on following them.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Moving.class),
                            examples = {
                                @ExampleObject(name = "ToADate", ref = "#/components/examples/ToADate"),
                                @ExampleObject(name = "ToARule", ref = "#/components/examples/ToARule")
                            }))
    public RestResponse<DeadlineView> extendDeadline(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Moving moving) {
        var to = Extension.read(moving.to());
        return change(
                id,
                ifMatch,
                deadline -> RuleReading.under(
                        "to",
                        () -> extendDeadline.extend(
                                deadline, to, moving.reason().strip())));
    }

    @POST
    @Path("/waiver")
    @Operation(
            summary = "Waive a deadline",
            description = "It need not be kept any more. It becomes WAIVED and nobody is reminded of it.")
    public RestResponse<DeadlineView> waiveDeadline(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return change(id, ifMatch, deadline -> deadline.waive(because.reason().strip(), clock.instant()));
    }

    @POST
    @Path("/reopening")
    @Operation(
            summary = "Reopen a deadline",
            description = "Only one that is MET or WAIVED can be. It is due when the facts say by now.")
    public RestResponse<DeadlineView> reopenDeadline(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return change(
                id,
                ifMatch,
                deadline -> deadline.reopen(because.reason().strip(), calendars.current(), clock.instant()));
    }

    @POST
    @Path("/voiding")
    @Operation(
            summary = "Void a deadline",
            description = "It should not be there: entered wrongly, or not wanted any more. It becomes CANCELLED, its"
                    + " history stays, and nobody is reminded of it. It cannot be reopened.")
    public RestResponse<DeadlineView> voidDeadline(
            @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because because) {
        return change(id, ifMatch, deadline -> deadline.cancel(because.reason().strip(), clock.instant()));
    }

    private RestResponse<DeadlineView> change(
            UUID id, @Nullable String ifMatch, Function<Deadline, DeadlineEvent> command) {
        var group = deadlines.meetingGroup(id);
        group.ifPresent(duties::lock);
        var deadline = deadlines.lock(id);
        if (!viewer.viewpoint().sees(deadline)) {
            throw new NotFound("deadline");
        }
        Versions.allow(ifMatch, deadline.version);
        ledger.tell(command.apply(deadline), viewer.name());
        consequences.follow(List.of(deadline));
        deadlines.flush();
        group.ifPresent(one -> duties.follow(one, viewer.name()));
        deadlines.flush();
        return DeadlineResource.answer(reader.view(id));
    }
}
