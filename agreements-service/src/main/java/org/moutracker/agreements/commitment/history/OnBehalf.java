package org.moutracker.agreements.commitment.history;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which note or letter a party said what another records on its behalf. */
@Schema(description = "By which note or letter a party said what another records on its behalf.")
public record OnBehalf(
        @NotBlank @Size(max = 100) @Schema(required = true, description = "Its number", examples = "PS/2026/14")
        String note,

        @NotNull @Schema(required = true, description = "Its date", examples = "2026-01-10")
        LocalDate dated) {}
