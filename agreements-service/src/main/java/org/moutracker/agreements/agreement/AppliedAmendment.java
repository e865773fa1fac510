package org.moutracker.agreements.agreement;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amendment that has taken effect, as others hear of it. */
@Schema(name = "AppliedAmendment", description = "An amendment that has taken effect, and what it changed.")
public record AppliedAmendment(
        @Schema(required = true, examples = "1") int number,
        @Schema(required = true) Instrument instrument,
        @Schema(required = true, examples = "2026-01-15") LocalDate effectiveOn,
        @Schema(required = true) List<Difference> differences) {}
