package org.moutracker.workinggroups.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document that lies elsewhere: where, and what it must be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Paper", description = "A document that lies elsewhere.")
record Paper(
        @NotBlank @Size(max = 500) @Printable @Schema(required = true, examples = "Draft plan of work")
        String title,

        @NotNull
        @WebAddress
        @Size(max = 2000)
        @Printable
        @Schema(required = true, examples = "https://files.health.example/plan-of-work.pdf")
        String uri,

        @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in 64 hexadecimal digits")
        @Schema(
                description = "The SHA-256 of what was laid before the meeting.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                nullable = true)
        @Nullable
        String sha256) {}
