package org.moutracker.notifications.alert;

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
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows what has fired. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts", description = "Who was told of which deadline, why, and what became of it.")
class AlertResource {

    private static final String ALERT = """
            {"id": "5d3ac1f0-65d5-5c8e-9d2f-000000000001", "deadlineId": "01995778-5a80-7000-8000-00000000d001",
             "agreementId": "01995778-5a00-7000-8000-00000000a001", "workingGroupId": "01995778-5a80-7000-8000-00000000e001",
             "planNo": 1, "step": "T-14", "level": "REMINDER", "state": "ENDED", "endedBecause": "SATISFIED",
             "fireAt": "2025-10-03T04:00:00Z", "firedAt": "2025-10-03T04:00:01Z", "endedAt": "2025-10-14T06:30:00Z", "until": null,
             "recipient": {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK", "role": "CO_CHAIR"},
             "deliveries": [{"channel": "MAIL", "state": "ACCEPTED", "closedBecause": null, "attempts": [
               {"attempt": 1, "startedAt": "2025-10-03T04:00:01Z", "endedAt": "2025-10-03T04:00:02Z", "outcome": "ACCEPTED", "reply": null}]}],
             "reason": [
               {"link": "EVENT", "what": "STATEMENT_MADE", "result": "2025-09-17", "because": "the day of the event is not counted"},
               {"link": "BASIS", "what": "C-01", "result": null, "because": "OFFICIAL_STATEMENT"},
               {"link": "RULE", "what": "WITHIN P30D", "result": "2025-10-17", "because": "30 days after 2025-09-17"},
               {"link": "CALENDAR", "what": "CHECK", "result": "2025-10-17", "because": "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20"},
               {"link": "DATE", "what": "LAST_DAY", "result": "2025-10-17", "because": "it ends at 2025-10-17T21:00:00Z"}],
             "rule": {"anchor": {"event": "STATEMENT_MADE"}, "steps": [{"kind": "WITHIN", "period": "P30D"}],
                      "calendars": {"mode": "ALL_OPEN", "authorities": ["PK", "PS"]},
                      "clock": {"mode": "LATEST", "zones": ["Asia/Karachi", "Asia/Hebron"]}},
             "moved": null}""";

    private static final String MOVED = """
            {"id": "5d3ac1f0-65d5-5c8e-9d2f-000000000002", "deadlineId": "01995778-5a80-7000-8000-00000000d001",
             "agreementId": "01995778-5a00-7000-8000-00000000a001", "workingGroupId": "01995778-5a80-7000-8000-00000000e001",
             "planNo": 2, "step": null, "level": "CHANGED", "state": "ACTIVE", "endedBecause": null,
             "fireAt": "2025-10-10T07:05:00Z", "firedAt": "2025-10-10T07:05:00Z", "endedAt": null, "until": null,
             "recipient": {"id": "01995778-6000-7000-8000-00000000f001", "name": "Ayesha Khan", "party": "PK", "role": "CO_CHAIR"},
             "deliveries": [{"channel": "MAIL", "state": "PENDING", "closedBecause": null, "attempts": []}],
             "reason": [], "rule": null,
             "moved": {"from": "2025-10-17", "to": "2025-10-31", "over": null, "cause": "extended: both sides agreed by exchange of notes"}}""";

    private final AlertPages alerts;

    AlertResource(AlertPages alerts) {
        this.alerts = alerts;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "List alerts",
            description = "Those that have fired, newest first. What is still to come is in a deadline's alert plan.")
    @APIResponse(
            responseCode = "200",
            description = "One page of alerts",
            content =
                    @Content(
                            schema = @Schema(implementation = AlertView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "One alert",
                                            value = "{\"items\": [" + ALERT + "], \"next\": null}")))
    public RestResponse<Page<AlertView>> list(
            @Parameter(description = "Only of this deadline", example = "01995778-5a80-7000-8000-00000000d001")
                    @QueryParam("deadline")
                    @Nullable
                    UUID deadline,
            @Parameter(
                            description = "Only of this agreement's deadlines",
                            example = "01995778-5a00-7000-8000-00000000a001")
                    @QueryParam("agreement")
                    @Nullable
                    UUID agreement,
            @Parameter(description = "Only to this person", example = "01995778-6000-7000-8000-00000000f001")
                    @QueryParam("recipient")
                    @Nullable
                    UUID recipient,
            @Parameter(description = "Only in this state", example = "ACTIVE") @QueryParam("state") @Nullable
                    AlertStatus state,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var after = cursor == null ? null : AlertPages.Position.of(Cursor.parse(cursor, 2));
        var found = alerts.find(new AlertPages.Filter(deadline, agreement, recipient, state), after, size + 1);
        return Pages.of(found, size, AlertPages.Position::of, alert -> alert, uri);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Transactional
    @Operation(
            summary = "Show an alert",
            description = "With what became of its messages, and why the day is what it is.")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            content =
                    @Content(
                            schema = @Schema(implementation = AlertView.class),
                            examples = {
                                @ExampleObject(name = "A reminder that is no longer needed", value = ALERT),
                                @ExampleObject(name = "A date that has moved", value = MOVED)
                            }))
    public RestResponse<AlertView> show(
            @Parameter(description = "The alert's id", example = "5d3ac1f0-65d5-5c8e-9d2f-000000000001")
                    @PathParam("id")
                    UUID id) {
        return answer(alerts.find(id).stream().findFirst().orElseThrow(() -> new NotFound("alert")));
    }

    static RestResponse<AlertView> answer(AlertView alert) {
        return Versions.answer(alert, alert.version());
    }
}
