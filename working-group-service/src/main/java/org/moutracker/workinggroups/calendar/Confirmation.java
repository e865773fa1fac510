package org.moutracker.workinggroups.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Somebody vouches for what a calendar says: for estimated days, for all days up to one, or both. */
@Schema(
        name = "CalendarConfirmation",
        description = "Somebody vouches for estimated days, for all days up to one, or for both.")
record Confirmation(
        @Schema(description = "All is confirmed up to this day.", examples = "2027-12-31", nullable = true) @Nullable
        LocalDate until,

        @Size(max = CheckCalendar.MOST_DAYS)
        @Schema(description = "Estimated days that are as they are.", examples = "[\"2027-03-10\"]", nullable = true)
        @Nullable
        List<@NotNull LocalDate> days,

        @NotNull @Valid @Schema(required = true) CalendarSource source,

        @Size(max = 2000)
        @Schema(
                description = "Why; needed when the confirmed day moves back.",
                examples = "the moon was sighted",
                nullable = true)
        @Nullable
        String reason) {

    /** The content with what is confirmed; refused when there is nothing to confirm. */
    CalendarContent of(CalendarContent content) {
        var confirmed = new HashSet<>(Objects.requireNonNullElse(days, List.<LocalDate>of()));
        require(content, confirmed);
        var sure = content.withDays(
                content.closed().stream()
                        .map(day -> confirmed.contains(day.date()) ? day.confirmed() : day)
                        .toList(),
                content.workingDays().stream()
                        .map(day -> confirmed.contains(day.date()) ? day.confirmed() : day)
                        .toList());
        return sure.confirmedUntil(Objects.requireNonNullElse(until, content.confirmedUntil()), source);
    }

    private void require(CalendarContent content, Set<LocalDate> confirmed) {
        var violations = new ArrayList<Violation>();
        if (confirmed.isEmpty() && (until == null || until.equals(content.confirmedUntil()))) {
            violations.add(new Violation("until", "must be another day than now, or days must name estimated ones"));
        }
        if (until != null && !CheckCalendar.isPossible(until)) {
            violations.add(new Violation("until", "must lie in the years 1900 to 2200"));
        }
        if (until != null && until.isBefore(content.confirmedUntil()) && !saysWhy()) {
            violations.add(new Violation(
                    "reason", "must say why the confirmed day moves back from %s".formatted(content.confirmedUntil())));
        }
        var estimated = new HashSet<LocalDate>();
        content.closed().stream().filter(Day::estimated).map(Day::date).forEach(estimated::add);
        content.workingDays().stream().filter(Day::estimated).map(Day::date).forEach(estimated::add);
        var all = Objects.requireNonNullElse(days, List.<LocalDate>of());
        for (var i = 0; i < all.size(); i++) {
            if (!estimated.contains(all.get(i))) {
                violations.add(new Violation("days[%d]".formatted(i), "is not an estimated day of this calendar"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private boolean saysWhy() {
        return reason != null && !reason.isBlank();
    }

    String because() {
        return saysWhy() ? Objects.requireNonNull(reason).strip() : "confirmed";
    }
}
