package org.moutracker.workinggroups.deadline;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Takes in deadlines that people enter. */
@Path("/api/v1/deadlines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
class EntryResource {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final DeadlineResource reader;
    private final Circumstances circumstances;
    private final KnownCalendars calendars;
    private final Idempotency idempotency;
    private final Viewer viewer;
    private final InstantSource clock;

    EntryResource(
            DeadlineRepository deadlines,
            DeadlineLedger ledger,
            DeadlineResource reader,
            Circumstances circumstances,
            KnownCalendars calendars,
            Idempotency idempotency,
            Viewer viewer,
            InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.reader = reader;
        this.circumstances = circumstances;
        this.calendars = calendars;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Enter a deadline",
            description =
                    "For what does not follow by itself: an action item, a report that a group has agreed on, the day by"
                            + " which one side wants to decide. The rule may count from the ledger of the agreement, from the"
                            + " group, from a printed date, or from other deadlines, named by their id or by the code of a"
                            + " commitment. It follows what it counts from, like every other deadline.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryForm.class),
                            examples = {
                                @ExampleObject(name = "ActionItem", ref = "#/components/examples/ActionItem"),
                                @ExampleObject(
                                        name = "HalfYearlyReport",
                                        ref = "#/components/examples/HalfYearlyReport"),
                                @ExampleObject(name = "DecideBy", ref = "#/components/examples/DecideBy")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The deadline",
            content = @Content(schema = @Schema(implementation = DeadlineView.class)))
    public Response enterDeadline(
            @Parameter(description = "Makes a repeat of this request safe for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid EntryForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(form));
    }

    private Response created(EntryForm form) {
        if (form.agreementId() == null && form.workingGroupId() == null) {
            throw new InvalidRequest("agreementId", "must name an agreement, unless workingGroupId names a group");
        }
        var recorded = circumstances
                .of(form.agreementId(), form.workingGroupId())
                .orElseThrow(() -> new InvalidRequest(
                        form.workingGroupId() == null ? "agreementId" : "workingGroupId", "is not known"));
        var entry = form.checked(recorded);
        requireOwn(entry);
        if (entry.internalTo() != null && !isOwn(entry)) {
            throw new InvalidRequest("internalTo", "must be the side that you belong to");
        }
        var facts = new HashMap<>(recorded.facts());
        facts.putAll(referred(entry));
        var known = calendars.current();
        // Refused as a whole when the rule cannot be counted: the caller is there to mend it.
        RuleReading.under("rule", () -> entry.rule().evaluate(RuleDays.facts(entry.rule(), facts), known));
        var now = clock.instant();
        var deadline = Deadline.entered(entry, facts, recorded.suspensions(), known, now);
        deadlines.persist(deadline);
        ledger.tell(deadline.open(now), viewer.name());
        deadlines.flush();
        var view = reader.view(deadline.id);
        return Versions.created("/api/v1/deadlines/" + deadline.id, view, view.version());
    }

    private boolean isOwn(Entry entry) {
        return viewer.viewpoint().isOf(entry.internalParties(), entry.workingGroupId(), entry.agreementId());
    }

    /** Whoever may act for the own side alone enters what is internal to it. */
    private void requireOwn(Entry entry) {
        if (viewer.viewpoint().onlyOwn() && entry.internalTo() == null) {
            throw new InvalidRequest("internalTo", "must be the side that you belong to");
        }
    }

    private Map<String, String> referred(Entry entry) {
        var names = References.of(entry.rule(), entry.agreementId());
        var days = deadlines.days(names);
        var unknown = names.stream().filter(name -> !days.containsKey(name)).findFirst();
        if (unknown.isPresent()) {
            var name = unknown.get();
            throw new InvalidRequest(
                    "rule.anchor", "names a deadline that is not known: " + name.substring(name.indexOf('/') + 1));
        }
        return References.facts(entry.rule(), entry.agreementId(), days);
    }
}
