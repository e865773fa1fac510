package org.moutracker.agreements.commitment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/** Something that shows what is said. */
@Schema(description = "Something that shows what is said.")
public record Evidence(
        @NotBlank @Size(max = 300) @Schema(required = true, examples = "List of participants")
        String title,

        @Schema(
                required = false,
                nullable = true,
                format = "uri",
                description = "Where it is, absolute: http, https or urn",
                examples = "https://example.org/participants.pdf")
        @Nullable
        URI uri,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(nullable = true, description = "Of which day it is, such as a note", examples = "2026-01-12")
        @Nullable
        LocalDate dated,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(nullable = true, description = "Id of the note or letter in the log of the agreement's correspondence")
        @Nullable
        UUID correspondence) {

    // Whoever reads it must not run anything by a click.
    private static final Set<String> SCHEMES = Set.of("http", "https", "urn");

    public static void check(List<Evidence> evidence, List<Violation> violations) {
        for (var i = 0; i < evidence.size(); i++) {
            var uri = evidence.get(i).uri();
            if (uri != null
                    && (uri.getScheme() == null
                            || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)))) {
                violations.add(new Violation("evidence[" + i + "].uri", "must be absolute, by http, https or urn"));
            }
        }
    }
}
