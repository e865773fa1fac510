package org.moutracker.workinggroups.deadline.preview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.workinggroups.calendar.KnownCalendars;
import org.moutracker.workinggroups.deadline.RuleReading;

/** Computes rules for whoever wants to see first what they give. */
@Path("/api/v1/deadline-previews")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
class PreviewResource {

    private final KnownCalendars calendars;

    PreviewResource(KnownCalendars calendars) {
        this.calendars = calendars;
    }

    @POST
    @Operation(
            summary = "Preview a deadline",
            description =
                    "Computes a rule with the facts given and the stored calendars, or those given in their place,"
                            + " and explains every step. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreviewRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "HealthWorkingGroup",
                                        ref = "#/components/examples/HealthWorkingGroup"),
                                @ExampleObject(name = "OwnCalendar", ref = "#/components/examples/OwnCalendar")
                            }))
    public Preview previewDeadline(@NotNull @Valid PreviewRequest request) {
        var rule = RuleReading.rule("rule", request.rule());
        var facts = request.known();
        var known = calendars.glimpse().overriddenBy(request.overriding());
        return Preview.of(RuleReading.under("rule", () -> rule.evaluate(facts, known)));
    }
}
