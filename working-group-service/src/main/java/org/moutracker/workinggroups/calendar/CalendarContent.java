package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that a calendar says, before it is a revision of one. */
@Schema(description = "All that a calendar says. What is left out is empty.")
record CalendarContent(
        @NotBlank @Size(max = 200) @Schema(required = true, examples = "Palestine, ministries")
        String name,

        @NotNull
        @Size(max = 6)
        @Schema(required = true, description = "Closed days of the week; 1 is Monday.", examples = "[5, 6]")
        List<@NotNull @Min(1) @Max(7) Integer> weekend,

        @Schema(description = "Days on which it is closed; with the working days 3000 at most.")
        List<@NotNull @Valid ClosedDay> closed,

        @Schema(description = "Days on which it is open although they fall on the weekend.")
        List<@NotNull @Valid WorkingDay> workingDays,

        @Size(max = 200) @Schema(description = "Office hours that differ for some time; the ranges do not overlap.")
        List<@NotNull @Valid OfficeHours> officeHours,

        @NotNull
        @Schema(
                required = true,
                description = "The last day up to which somebody has confirmed it.",
                examples = "2026-12-31")
        LocalDate confirmedUntil,

        @NotNull @Valid @Schema(required = true) CalendarSource source,

        @Size(max = 2000) @Schema(description = "What a reader should know.", nullable = true) @Nullable
        String note) {

    @JsonCreator
    CalendarContent(
            String name,
            List<Integer> weekend,
            @Nullable List<ClosedDay> closed,
            @Nullable List<WorkingDay> workingDays,
            @Nullable List<OfficeHours> officeHours,
            LocalDate confirmedUntil,
            CalendarSource source,
            @Nullable String note) {
        this.name = name;
        this.weekend = weekend;
        this.closed = Objects.requireNonNullElse(closed, List.of());
        this.workingDays = Objects.requireNonNullElse(workingDays, List.of());
        this.officeHours = Objects.requireNonNullElse(officeHours, List.of());
        this.confirmedUntil = confirmedUntil;
        this.source = source;
        this.note = note;
    }

    static CalendarContent of(Calendar calendar) {
        return new CalendarContent(
                calendar.name(),
                calendar.weekend(),
                calendar.closed(),
                calendar.workingDays(),
                calendar.officeHours(),
                calendar.confirmedUntil(),
                calendar.source(),
                calendar.note());
    }

    Calendar as(String authority, int revision) {
        return new Calendar(
                authority, name, revision, weekend, closed, workingDays, officeHours, confirmedUntil, source, note);
    }

    /** The same in one order, so that two that say the same are equal. */
    CalendarContent sorted() {
        return new CalendarContent(
                name.strip(),
                weekend.stream().sorted().toList(),
                byDate(closed),
                byDate(workingDays),
                officeHours.stream()
                        .sorted(Comparator.comparing(OfficeHours::from))
                        .toList(),
                confirmedUntil,
                source,
                note);
    }

    CalendarContent withDays(List<ClosedDay> otherClosed, List<WorkingDay> otherWorkingDays) {
        return new CalendarContent(
                name,
                weekend,
                byDate(otherClosed),
                byDate(otherWorkingDays),
                officeHours,
                confirmedUntil,
                source,
                note);
    }

    CalendarContent confirmedUntil(LocalDate until, CalendarSource by) {
        return new CalendarContent(name, weekend, closed, workingDays, officeHours, until, by, note);
    }

    private static <T extends Day> List<T> byDate(List<T> days) {
        return days.stream().sorted(Comparator.comparing(Day::date)).toList();
    }
}
