package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.PartialDate;

/** Who says something of an agreement, where and when. */
@Schema(name = "StatementSource", description = "Who says it, where and when.")
record StatementSource(
        @NotBlank
        @Size(max = 300)
        @Pattern(regexp = StatementForm.TEXT, message = StatementForm.NO_TEXT)
        @Schema(examples = "Dawn")
        String title,

        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Where it can be read",
                format = "uri",
                examples = "https://www.dawn.com/news/1942648")
        @Nullable
        String uri,

        @Schema(nullable = true, description = "As far as it is known", examples = "2025-09-17") @Nullable
        PartialDate publishedOn,

        @Size(max = 35) @Schema(nullable = true, description = "BCP 47", examples = "en") @Nullable
        String language) {

    // Sorts an unknown day before all others.
    private static final LocalDate UNKNOWN = LocalDate.of(1, 1, 1);

    /** Lists what is wrong beyond single fields; a day that has begun nowhere on earth is not yet the day of any paper. */
    void check(LocalDate latest, List<Violation> wrong) {
        if (uri != null && !isWebAddress(uri)) {
            wrong.add(new Violation("source.uri", "must be an absolute http or https URI"));
        }
        if (firstDay().isAfter(latest)) {
            wrong.add(new Violation("source.publishedOn", "must not be after today"));
        }
        if (language != null && !AgreementForm.isLanguage(language)) {
            wrong.add(new Violation("source.language", "must be a BCP 47 language tag such as en or ur-PK"));
        }
    }

    /** What it sorts by: the first day on which it can have been published. */
    @JsonIgnore
    LocalDate firstDay() {
        return Optional.ofNullable(publishedOn).flatMap(PartialDate::earliest).orElse(UNKNOWN);
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
