package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When the authority's offices are open on its working days from one day to another, such as those of Ramadan. */
@Schema(description = "When offices are open on working days from one day to another.")
record OfficeHours(
        @NotNull @Schema(required = true, description = "The first day.", examples = "2026-02-18")
        LocalDate from,

        @NotNull @Schema(required = true, description = "The last day.", examples = "2026-03-19")
        LocalDate to,

        @NotNull
        @JsonFormat(pattern = "HH:mm")
        @Schema(required = true, implementation = String.class, pattern = "^\\d\\d:\\d\\d$", examples = "09:00")
        LocalTime opens,

        @NotNull
        @JsonFormat(pattern = "HH:mm")
        @Schema(required = true, implementation = String.class, pattern = "^\\d\\d:\\d\\d$", examples = "15:00")
        LocalTime closes,

        @Size(max = 200) @Schema(description = "Why, or for whom.", examples = "Ramadan", nullable = true) @Nullable
        String note) {

    boolean overlaps(OfficeHours other) {
        return !to.isBefore(other.from) && !other.to.isBefore(from);
    }

    String sentence() {
        return "offices are open from %s to %s between %s and %s".formatted(opens, closes, from, to);
    }
}
