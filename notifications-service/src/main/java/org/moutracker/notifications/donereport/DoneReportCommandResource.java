package org.moutracker.notifications.donereport;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situations;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;

/** Confirms or declines what was reported done, for whoever keeps the register or stands on the reporter's side. */
@Path("/api/v1/done-reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Done reports")
class DoneReportCommandResource {

    private final DoneReports reports;
    private final DecideReport decide;
    private final Plans plans;
    private final Situations situations;
    private final Recipients recipients;
    private final Caller caller;

    DoneReportCommandResource(
            DoneReports reports,
            DecideReport decide,
            Plans plans,
            Situations situations,
            Recipients recipients,
            Caller caller) {
        this.reports = reports;
        this.decide = decide;
        this.plans = plans;
        this.situations = situations;
        this.recipients = recipients;
        this.caller = caller;
    }

    @POST
    @Path("/confirmation")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Transactional
    @Operation(
            summary = "Confirm a done report",
            description =
                    "It is done. The owner of the deadline hears of it and meets the deadline as of the day that was"
                            + " reported, unless that has been met, moved or cancelled meanwhile; then nothing happens to it.")
    @APIResponse(
            responseCode = "200",
            description = "It is confirmed",
            content =
                    @Content(
                            schema = @Schema(implementation = DoneReportView.class),
                            examples = @ExampleObject(name = "Confirmed", value = DoneReportResource.CONFIRMED)))
    public RestResponse<DoneReportView> confirm(
            @Parameter(description = DoneReportResource.ID, example = DoneReportResource.SOME) @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return decided(id, ifMatch, report -> decide.confirm(report, new Decider(null, caller.name())));
    }

    @POST
    @Path("/declining")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Decline a done report",
            description = "It is not done. The deadline stays as it is, and whoever reported it is told why.")
    @APIResponse(
            responseCode = "200",
            description = "It is declined",
            content =
                    @Content(
                            schema = @Schema(implementation = DoneReportView.class),
                            examples = @ExampleObject(name = "Declined", value = DoneReportResource.DECLINED)))
    public RestResponse<DoneReportView> decline(
            @Parameter(description = DoneReportResource.ID, example = DoneReportResource.SOME) @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DecliningForm form) {
        return decided(
                id,
                ifMatch,
                report -> decide.decline(
                        report, new Decider(null, caller.name()), form.reason().strip()));
    }

    private RestResponse<DoneReportView> decided(UUID id, @Nullable String ifMatch, Consumer<DoneReport> decision) {
        var plan = plans.lock(seen(id).deadlineId()).orElseThrow(() -> new NotFound("done report"));
        // Read again once nobody else can decide.
        var report = seen(id);
        requireOwnSide(report, plan);
        Versions.allow(ifMatch, report.version());
        decision.accept(report);
        return DoneReportResource.answer(seen(id), recipients);
    }

    private DoneReport seen(UUID id) {
        return reports.seen(id).orElseThrow(() -> new NotFound("done report"));
    }

    /** No side can say for another that it has done its part. */
    private void requireOwnSide(DoneReport report, Plan plan) {
        var party = caller.party();
        if (party.isPresent()) {
            var situation = situations.of(List.of(plan)).getFirst();
            if (!situation.sideOf(party.get()).equals(situation.sideOf(report.party()))) {
                throw new ForbiddenException(
                        "only the side of whoever reported it, or who keeps the register, decides");
            }
        }
    }
}
