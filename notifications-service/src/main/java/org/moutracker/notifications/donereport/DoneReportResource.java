package org.moutracker.notifications.donereport;

import static java.util.stream.Collectors.toSet;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows what was reported done, and what became of that. */
@Path("/api/v1/done-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Done reports",
        description = "Who was told of a deadline can report it done by a link in the mail. It is met only once whoever"
                + " answers for the group confirms it.")
class DoneReportResource {

    static final String SOME = "01995778-7900-7000-8000-00000000dd01";
    static final String ID = "The report's id";

    private static final String REPORT = """
            {"id": "01995778-7900-7000-8000-00000000dd01", "deadlineId": "01995778-5a80-7000-8000-00000000d001",
             "scheduleNo": 1, "agreementId": "01995778-5a00-7000-8000-00000000a001",
             "workingGroupId": "01995778-5a80-7000-8000-00000000e001", "alertId": "5d3ac1f0-65d5-5c8e-9d2f-000000000001",
             "title": "Establish the Pakistan–Palestine Health Working Group",
             "reportedBy": {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK"},
             "reportedAt": "2025-10-14T06:30:00Z", "doneOn": "2025-10-14", "note": "Both co-chairs were named by note",
            """;

    private static final String WAITING =
            REPORT + "\"state\": \"REPORTED\", \"decidedAt\": null, \"decidedBy\": null, \"reason\": null}";

    static final String CONFIRMED = REPORT
            + "\"state\": \"CONFIRMED\", \"decidedAt\": \"2025-10-15T06:00:00Z\", \"decidedBy\": null, \"reason\": null}";

    static final String DECLINED = REPORT
            + "\"state\": \"DECLINED\", \"decidedAt\": \"2025-10-15T06:00:00Z\", \"decidedBy\": null,"
            + " \"reason\": \"The other side has not named its co-chair yet\"}";

    private final DoneReports reports;
    private final Recipients recipients;

    DoneReportResource(DoneReports reports, Recipients recipients) {
        this.reports = reports;
        this.recipients = recipients;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "List done reports",
            description = "What waits for a decision and what was decided, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of reports",
            content =
                    @Content(
                            schema = @Schema(implementation = DoneReportView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One that waits",
                                            value = "{\"items\": [" + WAITING + "], \"next\": null}")))
    public RestResponse<Page<DoneReportView>> list(
            @Parameter(description = "Only in this state", example = "REPORTED") @QueryParam("state") @Nullable
                    DoneReportStatus state,
            @Parameter(description = "Only of this deadline", example = "01995778-5a80-7000-8000-00000000d001")
                    @QueryParam("deadline")
                    @Nullable
                    UUID deadline,
            @Parameter(description = "Only of this working group", example = "01995778-5a80-7000-8000-00000000e001")
                    @QueryParam("group")
                    @Nullable
                    UUID group,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : Cursor.parse(cursor, 1).uuid(0);
        var found = reports.page(new DoneReports.Filter(state, deadline, group), after, size + 1);
        var people = recipients.find(found.stream().map(DoneReport::reporterId).collect(toSet()));
        return Pages.of(
                found, size, report -> Cursor.of(report.id()), report -> DoneReportView.of(report, people), uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(summary = "Show a done report", description = "Who reported what done when, and what became of it.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            schema = @Schema(implementation = DoneReportView.class),
                            examples = {
                                @ExampleObject(name = "It waits", value = WAITING),
                                @ExampleObject(name = "It was declined", value = DECLINED)
                            }))
    public RestResponse<DoneReportView> show(@Parameter(description = ID, example = SOME) @PathParam("id") UUID id) {
        return answer(reports.seen(id).orElseThrow(() -> new NotFound("done report")), recipients);
    }

    static RestResponse<DoneReportView> answer(DoneReport report, Recipients recipients) {
        var people = recipients.find(List.of(report.reporterId()));
        return Versions.answer(DoneReportView.of(report, people), report.version());
    }
}
