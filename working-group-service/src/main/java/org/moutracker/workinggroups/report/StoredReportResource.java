package org.moutracker.workinggroups.report;

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
import java.util.Optional;
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
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Takes in reports and shows those that were handed in. */
@Path("/api/v1/working-groups/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class StoredReportResource {

    private final HandInReport handInReport;
    private final StoredReports reports;
    private final Idempotency idempotency;
    private final Caller caller;

    StoredReportResource(HandInReport handInReport, StoredReports reports, Idempotency idempotency, Caller caller) {
        this.handInReport = handInReport;
        this.reports = reports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Of which days a report is to be. */
    @Schema(name = "NewReport")
    record ReportForm(
            @NotNull @Schema(required = true, examples = "2025-10-14")
            LocalDate from,

            @NotNull @Schema(required = true, description = "Not after today.", examples = "2026-10-13")
            LocalDate to,

            @Schema(description = "One of the agreements of the group; all of them unless told.", nullable = true)
            @Nullable
            UUID agreement) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Hand in a report",
            description = "Keeps what is known now of these days; it is numbered within its group and year, and never"
                    + " changes. Where the terms of reference ask for reports, the one that covers the next period meets its"
                    + " deadline, and the deadline of the one after it is opened.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportForm.class),
                            examples = @ExampleObject(name = "FirstYear", ref = "#/components/examples/FirstYear")))
    @APIResponse(
            responseCode = "201",
            description = "The report",
            content = @Content(schema = @Schema(implementation = StoredReport.class)))
    public Response handInReport(
            @PathParam("id") UUID id,
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid ReportForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            var report = handInReport.of(id, form.from(), form.to(), form.agreement(), caller.name());
            return Response.created(URI.create("/api/v1/working-groups/%s/reports/%s".formatted(id, report.id())))
                    .entity(report)
                    .build();
        });
    }

    @GET
    @Operation(
            summary = "List the reports of a group",
            description = "A page at a time, in the order in which they were handed in, without what they say.")
    public RestResponse<Page<StoredReport.Summary>> listReports(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") Optional<String> cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor.map(c -> Cursor.parse(c, 1).uuid(0)).orElse(null);
        return Pages.of(reports.page(id, after, size + 1), size, row -> Cursor.of(row.id()), row -> row, uri);
    }

    @GET
    @Path("/{report}")
    @Operation(summary = "Read a report of a group", description = "As everything was known when it was handed in.")
    public StoredReport readStoredReport(@PathParam("id") UUID id, @PathParam("report") UUID report) {
        return reports.find(id, report).orElseThrow(() -> new NotFound("report"));
    }
}
