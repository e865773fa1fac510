package org.moutracker.workinggroups.meeting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody says who is there. */
@Schema(name = "Attendance", description = "Who is there, as a whole.")
record AttendanceForm(
        @NotNull
        @Size(min = 1, max = 500)
        @Schema(
                required = true,
                description = "Ids of members; guests, and whoever else is invited, by the ids of persons.",
                examples = "[\"01995778-6000-7000-8000-00000000b001\"]")
        List<@NotNull UUID> present) {}
