package org.moutracker.workinggroups.calendar;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Reads calendars. */
@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Which days are working days for whom.")
class CalendarResource {

    // A caller who wants more asks twice; feasts are not forecast for centuries anyway.
    private static final int MOST_YEARS = 20;

    private final CalendarRepository calendars;
    private final InstantSource clock;

    CalendarResource(CalendarRepository calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** A calendar without its days. */
    @Schema(name = "CalendarSummary")
    record Summary(
            @Schema(required = true, examples = "PS") String authority,

            @Schema(required = true, examples = "Palestine, ministries")
            String name,

            @Schema(required = true, examples = "1") int revision,

            @Schema(required = true, description = "Closed days of the week; 1 is Monday.", examples = "[5, 6]")
            List<Integer> weekend,

            @Schema(
                    required = true,
                    description = "The last day up to which somebody has confirmed it.",
                    examples = "2026-12-31")
            LocalDate confirmedUntil,

            @Schema(required = true) CalendarSource source) {

        static Summary of(Calendar calendar) {
            return new Summary(
                    calendar.authority(),
                    calendar.name(),
                    calendar.revision(),
                    calendar.weekend(),
                    calendar.confirmedUntil(),
                    calendar.source());
        }
    }

    @GET
    @Operation(
            summary = "List the calendars",
            description = "Every authority whose working days are known, with its weekend and its current revision. An"
                    + " authority is not a country: offices of one country can keep different weeks.")
    public Page<Summary> listCalendars() {
        return new Page<>(
                calendars.current().values().stream()
                        .map(Revision::calendar)
                        .map(Summary::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{authority}")
    @Operation(
            summary = "Read a calendar",
            description = "The current revision of one authority's calendar with the closed days, the make-up"
                    + " working days and the office hours of some years.")
    public Calendar readCalendar(
            @PathParam("authority") @Parameter(description = "The calendar's key.", example = "PS") String authority,
            @QueryParam("fromYear") @Parameter(description = "The first year; the present one unless given.") @Nullable
                    Integer fromYear,
            @QueryParam("toYear")
                    @Parameter(description = "The last year; the one after the first unless given. At most 20 years.")
                    @Nullable
                    Integer toYear) {
        var calendar = calendars.current().get(authority);
        if (calendar == null) {
            throw new NotFound("calendar");
        }
        int first = fromYear != null
                ? fromYear
                : clock.instant().atZone(ZoneOffset.UTC).getYear();
        int last = toYear != null ? toYear : first + 1;
        if (last < first || last >= first + MOST_YEARS) {
            throw new InvalidRequest("toYear", "must be from %d to %d".formatted(first, first + MOST_YEARS - 1));
        }
        return calendar.calendar().within(first, last);
    }
}
