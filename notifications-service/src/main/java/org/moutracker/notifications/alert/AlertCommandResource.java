package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;

/** What recipients can say of an alert: that they know, or that they want to hear of it later. */
@Path("/api/v1/alerts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
class AlertCommandResource {

    private static final String ID = "The alert's id";
    private static final String SOME = "5d3ac1f0-65d5-5c8e-9d2f-000000000001";
    private static final String KEY = "Makes a repeat of this request safe for 24 hours";

    private static final String KNOWN = """
            {"id": "01995778-6100-7000-8000-000000006011", "alertId": "5d3ac1f0-65d5-5c8e-9d2f-000000000001",
             "deadlineId": "01995778-5a80-7000-8000-00000000d001", "step": "T-14",
             "recipientId": "01995778-6000-7000-8000-00000000f001", "by": "01995778-6000-7000-8000-00000000f001",
             "note": "The nomination is being drafted", "at": "2025-10-03T06:00:00Z", "until": "2025-10-10T06:00:00Z"}""";

    private final AcknowledgeAlert acknowledge;
    private final SnoozeAlert snooze;
    private final AlertPages alerts;
    private final Idempotency idempotency;

    AlertCommandResource(AcknowledgeAlert acknowledge, SnoozeAlert snooze, AlertPages alerts, Idempotency idempotency) {
        this.acknowledge = acknowledge;
        this.snooze = snooze;
        this.alerts = alerts;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Acknowledge an alert",
            description =
                    "Its recipient knows, and sees to it. Until that expires, steps that are only told if nobody has "
                            + "acknowledged are left out: for his side, or for everybody, as the policy's quorum says; messages of "
                            + "such that were not sent are closed. It counts as long as the policy says (a week, unless told), but "
                            + "never beyond the last day, nor beyond the next step that goes further; the last reminder and what "
                            + "is overdue come anyway. Then the ladder goes on by itself. To say it twice is to say it once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcknowledgementForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "With a note",
                                            value = "{\"note\": \"The nomination is being drafted\"}")))
    @APIResponse(
            responseCode = "201",
            description = "It is acknowledged",
            content =
                    @Content(
                            schema = @Schema(implementation = AcknowledgementView.class),
                            examples = @ExampleObject(name = "For a week", value = KNOWN)))
    @APIResponse(
            responseCode = "200",
            description = "It was acknowledged already, as shown",
            content =
                    @Content(
                            schema = @Schema(implementation = AcknowledgementView.class),
                            examples = @ExampleObject(name = "For a week", value = KNOWN)))
    public Response acknowledge(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable AcknowledgementForm form,
            @Context UriInfo uri) {
        return acknowledged(id, key, ifMatch, requireNonNullElse(form, AcknowledgementForm.EMPTY), uri);
    }

    /** Many clients name a type where they send nothing. */
    @POST
    @Path("/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Transactional
    @Operation(hidden = true)
    public Response acknowledgeWithoutWords(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] body,
            @Context UriInfo uri) {
        if (body.length > 0) {
            throw new NotSupportedException();
        }
        return acknowledged(id, key, ifMatch, AcknowledgementForm.EMPTY, uri);
    }

    private Response acknowledged(
            UUID id, @Nullable String key, @Nullable String ifMatch, AcknowledgementForm said, UriInfo uri) {
        return idempotency.once(key, uri, said, () -> {
            var outcome = acknowledge.acknowledge(id, ifMatch, said);
            var view = AcknowledgementView.of(outcome.acknowledgement());
            var answer = outcome.isNew()
                    ? Response.created(uri.getRequestUriBuilder()
                            .scheme(null)
                            .host(null)
                            .port(-1)
                            .replaceQuery(null)
                            .build())
                    : Response.ok();
            return answer.entity(view).build();
        });
    }

    @GET
    @Path("/acknowledgement")
    @Blocking
    @Transactional
    @Operation(
            summary = "Show an acknowledgement",
            description = "What its recipient has said himself, or somebody on his behalf, and still counts.")
    @APIResponse(
            responseCode = "200",
            description = "The acknowledgement",
            content =
                    @Content(
                            schema = @Schema(implementation = AcknowledgementView.class),
                            examples = @ExampleObject(name = "For a week", value = KNOWN)))
    public AcknowledgementView acknowledgement(@Parameter(description = ID, example = SOME) @PathParam("id") UUID id) {
        return AcknowledgementView.of(acknowledge.shown(id));
    }

    @DELETE
    @Path("/acknowledgement")
    @Blocking
    @Transactional
    @Operation(
            summary = "Withdraw an acknowledgement",
            description = "The ladder goes on: the last step that has come meanwhile is told at once.")
    @APIResponse(responseCode = "204", description = "It counts no longer")
    public void withdraw(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        acknowledge.withdraw(id, ifMatch);
    }

    @POST
    @Path("/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Snooze an alert",
            description =
                    "Its recipient hears of it again at that time, once; others are not concerned. Until then he hears "
                            + "nothing of it that can wait: the last reminder and what is overdue come anyway. If a later step has "
                            + "come meanwhile, he hears that one instead. A new time takes the place of an earlier one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SnoozeForm.class),
                            examples = {
                                @ExampleObject(name = "Until a morning", value = "{\"until\": \"2025-10-08\"}"),
                                @ExampleObject(
                                        name = "Until an instant",
                                        value = "{\"until\": \"2025-10-08T06:00:00Z\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The alert, snoozed",
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    public Response snooze(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SnoozeForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> {
            snooze.snooze(id, ifMatch, form);
            return AlertResource.answer(shown(id)).toResponse();
        });
    }

    @DELETE
    @Path("/snooze")
    @Blocking
    @Transactional
    @Operation(
            summary = "End a snooze",
            description = "The ladder goes on at once; what was not sent because of it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The alert, active again",
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    public RestResponse<AlertView> wake(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        snooze.end(id, ifMatch);
        return AlertResource.answer(shown(id));
    }

    private AlertView shown(UUID id) {
        return alerts.find(id).stream().findFirst().orElseThrow(() -> new NotFound("alert"));
    }
}
