package org.moutracker.agreements.progress;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.history.Evidence;

/** That a side was told that a commitment is reported fulfilled, and what shows it. */
@Schema(
        name = "CommitmentNotice",
        description = "That a side was told that it is reported fulfilled, and what shows that it was.")
record NoticeForm(
        @NotBlank @Schema(required = true, description = "The side that was told", examples = "PS")
        String side,

        @NotNull
        @Schema(
                required = true,
                description = "On which day; not before it was reported fulfilled, and not after today",
                examples = "2026-01-12")
        LocalDate on,

        @Size(max = 4000) @Schema(nullable = true, description = "What is to be said of it") @Nullable
        String note,

        @NotEmpty
        @Size(max = 50)
        @Schema(
                required = true,
                description =
                        "What shows it: at least one note or letter with its date, or from the log of correspondence",
                examples = "[{\"title\": \"Note verbale PK/2026/7\", \"dated\": \"2026-01-12\"}]")
        List<@NotNull @Valid Evidence> evidence) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    NoticeForm {
        evidence = requireNonNullElse(evidence, List.of());
    }
}
