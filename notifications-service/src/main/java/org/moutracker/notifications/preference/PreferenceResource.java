package org.moutracker.notifications.preference;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

/** Shows and changes when and how somebody wants to be written to. */
@Path("/api/v1/recipients/{id}/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients")
class PreferenceResource {

    private static final String ID = "The person's id";
    private static final String SOME = "01995778-6000-7000-8000-00000000f001";

    private static final String WISHES = """
            "quietHours": {"from": "21:00", "to": "07:00", "days": ["FRIDAY"]},
             "digest": {"rhythm": "DAILY", "at": "08:00", "weekday": null},
            """;

    private static final String NEW =
            "{" + WISHES + " \"mails\": {\"reminder\": true, \"forInformation\": false, \"digest\": true}}";

    private static final String MAILS = """
             "mails": {"reminder": true, "forInformation": false, "digest": true, "lastReminder": true, "lastDay": true,
               "overdue": true, "escalation": true, "move": true}""";

    private static final String SHOWN = "{\"recipientId\": \"" + SOME + "\",\n " + WISHES
            + " \"nextDigestAt\": \"2025-10-04T03:00:00Z\",\n" + MAILS + ",\n"
            + " \"effective\": {\"zone\": \"Asia/Karachi\", \"language\": \"ur\", \"channels\": [\"MAIL\", \"IN_APP\"]}}";

    private static final String HISTORY =
            "{\"items\": [{\"version\": 1, \"at\": \"2025-10-03T06:00:00Z\", \"how\": \"API\", \"by\": \"registrar\", "
                    + WISHES + MAILS + "}], \"next\": null}";

    private final Preferences preferences;
    private final Readers readers;
    private final ChangePreference change;
    private final Caller caller;

    PreferenceResource(Preferences preferences, Readers readers, ChangePreference change, Caller caller) {
        this.preferences = preferences;
        this.readers = readers;
        this.change = change;
        this.caller = caller;
    }

    @GET
    @Blocking
    @Transactional
    @Operation(
            summary = "Show what somebody prefers",
            description = "Of who has said nothing: that nothing is quiet, gathered or unwanted.")
    @APIResponse(
            responseCode = "200",
            description = "What the person prefers",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match; 0 while nothing was said",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = PreferenceView.class),
                            examples = @ExampleObject(name = "Quiet nights, and a digest", value = SHOWN)))
    public RestResponse<PreferenceView> showPreferences(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id) {
        return answer(id);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Transactional
    @Operation(
            summary = "Say what somebody prefers",
            description =
                    "All of it, in place of what was said before. It counts at once, also for what waits: by the new"
                            + " quiet hours, with the new digest, or not at all. What nobody can do without cannot be switched off"
                            + " and is gathered in no digest: the last reminder before the last day, the one on that day, what is"
                            + " overdue or escalated, and that a day has moved. Of meetings people are told in any case.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreferenceForm.class),
                            examples = @ExampleObject(name = "Quiet nights, and a digest", value = NEW)))
    @APIResponse(
            responseCode = "200",
            description = "What the person prefers since",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = PreferenceView.class),
                            examples = @ExampleObject(name = "Quiet nights, and a digest", value = SHOWN)))
    public RestResponse<PreferenceView> putPreferences(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = "The version this is based on; \"0\" while nothing was said")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid PreferenceForm form) {
        change.byApi(id, ifMatch, form.wishes(), caller.name());
        return answer(id);
    }

    @GET
    @Path("/history")
    @Blocking
    @Transactional
    @Operation(
            summary = "List changes of what somebody prefers",
            description = "Newest first: by whom, when, and to what. It stays when the person is erased.")
    @APIResponse(
            responseCode = "200",
            description = "One page of changes",
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeView.Page.class),
                            examples = @ExampleObject(name = "One change", value = HISTORY)))
    public RestResponse<Page<ChangeView>> listPreferenceChanges(
            @Parameter(description = ID, example = SOME) @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page before ended: its next") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        var size = Pages.limit(limit);
        var before = cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1).number(0);
        var found = preferences.history(id, before, size + 1);
        return Pages.of(found, size, one -> Cursor.of(one.id()), ChangeView::of, uri);
    }

    private RestResponse<PreferenceView> answer(UUID id) {
        var reader = Optional.ofNullable(readers.of(List.of(id)).get(id)).orElseThrow(() -> new NotFound("recipient"));
        var preference = preferences.of(List.of(id)).of(id);
        var wishes = preference.wishes();
        var shown = new PreferenceView(
                id,
                QuietHoursForm.of(wishes.quietHours()),
                DigestForm.of(wishes.digest()),
                preference.nextDigestAt(),
                MailsForm.of(wishes),
                new PreferenceView.Effective(
                        reader.zone().getId(),
                        reader.language(),
                        reader.mails() ? List.of("MAIL", "IN_APP") : List.of("IN_APP")),
                preference.version());
        return Versions.answer(shown, preference.version());
    }
}
