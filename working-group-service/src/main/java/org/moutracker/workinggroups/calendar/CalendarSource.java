package org.moutracker.workinggroups.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where somebody read what a calendar says. */
@Schema(description = "Where it was read.")
record CalendarSource(
        @NotBlank
        @Size(max = 300)
        @Schema(required = true, examples = "Decision of the Council of Ministers on official holidays, 2025")
        String title,

        @Size(max = 1000)
        @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
        @Schema(
                description = "Where it can be found.",
                examples = "https://www.palestinecabinet.gov.ps",
                nullable = true)
        @Nullable
        String uri,

        @Schema(description = "When it was published there.", examples = "2025-09-30", nullable = true) @Nullable
        LocalDate publishedOn) {}
