package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day on which the authority is closed. */
@Schema(description = "A day on which the authority is closed.")
record ClosedDay(
        @NotNull @Schema(required = true, examples = "2025-11-15")
        LocalDate date,

        @NotBlank @Size(max = Day.LONGEST_NAME) @Schema(required = true, examples = "Independence Day")
        String name,

        @Schema(description = "Whether nobody has confirmed it yet; false unless told.")
        boolean estimated)
        implements Day {

    @JsonCreator
    static ClosedDay of(LocalDate date, String name, @Nullable Boolean estimated) {
        return new ClosedDay(date, name, Objects.requireNonNullElse(estimated, false));
    }

    @Override
    public ClosedDay confirmed() {
        return new ClosedDay(date, name, false);
    }
}
