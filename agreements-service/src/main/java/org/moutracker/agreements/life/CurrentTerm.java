package org.moutracker.agreements.life;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The term that an agreement in force is in, as callers see it. */
@Schema(description = "The term that an agreement in force is in; none when it is for an indefinite time.")
public record CurrentTerm(
        @Schema(required = true, description = "Its last day")
        LocalDate endsOn,

        @Schema(required = true, description = "How often it has been renewed")
        int renewals,

        @Schema(
                required = true,
                nullable = true,
                description = "The last day to object to the next tacit renewal; null when there is to be none")
        @Nullable
        LocalDate lastDayToObject,

        @Schema(
                required = true,
                nullable = true,
                description = "The last day of a notice of termination that ends the agreement with this term")
        @Nullable
        LocalDate lastDayToGiveNotice) {}
