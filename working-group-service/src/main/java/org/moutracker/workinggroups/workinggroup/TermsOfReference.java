package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a group works, as its sides have agreed them.
 *
 * @param version counts from 1, which is what holds before anything was agreed
 * @param secretariat the code of the party that keeps the papers
 * @param nominationWithin how soon a side names somebody for a seat that it must fill
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The rules by which a group works.")
public record TermsOfReference(
        @Schema(required = true, examples = "1") int version,

        @Schema(examples = "2025-11-10", nullable = true) @Nullable
        LocalDate effectiveOn,

        @Schema(nullable = true) @Nullable MeetingRule meetings,

        @Schema(required = true) DecisionRule decisions,
        @Schema(required = true) Chairing chairing,

        @Schema(nullable = true) @Nullable ReportRule reports,

        @Schema(required = true, description = "The group's working languages (BCP 47).", examples = "[\"en\", \"ur\"]")
        List<String> languages,

        @Schema(description = "The language in which its records are kept.", examples = "en", nullable = true) @Nullable
        String languageOfRecord,

        @Schema(description = "The code of the party that keeps the papers.", examples = "PK", nullable = true)
        @Nullable
        String secretariat,

        @Schema(required = true, examples = "P30D") String nominationWithin) {

    /** What holds when nothing was agreed. */
    public static final TermsOfReference USUAL = new TermsOfReference(
            1,
            null,
            null,
            DecisionRule.CONSENSUS,
            new Chairing(Chairing.Kind.CO_CHAIRS, null),
            null,
            List.of(),
            null,
            null,
            "P30D");

    public TermsOfReference {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** Whether its sides have agreed on anything. */
    @JsonIgnore
    public boolean isAgreed() {
        return version > USUAL.version;
    }
}
