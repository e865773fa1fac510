package org.moutracker.workinggroups.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day on which the authority is open although it falls on its weekend, such as one that makes up for a bridge day. */
@Schema(description = "A day on which the authority is open although it falls on its weekend.")
record WorkingDay(
        @NotNull @Schema(required = true, examples = "2026-02-14")
        LocalDate date,

        @Size(max = Day.LONGEST_NAME)
        @Schema(description = "What it makes up for; empty unless told.", examples = "Spring Festival")
        String name,

        @Schema(description = "Whether nobody has confirmed it yet; false unless told.")
        boolean estimated)
        implements Day {

    @JsonCreator
    static WorkingDay of(LocalDate date, @Nullable String name, @Nullable Boolean estimated) {
        return new WorkingDay(date, Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(estimated, false));
    }

    @Override
    public WorkingDay confirmed() {
        return new WorkingDay(date, name, false);
    }
}
