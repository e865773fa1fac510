package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long the agreement is to remain in force, counted from its entry into force. */
@Schema(description = "How long the agreement remains in force, counted from its entry into force.")
public record Term(
        @NotNull
        @Schema(
                implementation = String.class,
                description = "ISO 8601 period of years, months and days",
                examples = "P5Y")
        Period period) {}
