package org.moutracker.agreements.amendment;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Instrument;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.EntryIntoForce.Kind;

/** An amendment as a caller describes it. */
@Schema(
        name = "AmendmentForm",
        description = "What the parties change of their agreement, by what, and when it takes effect.")
record AmendmentForm(
        @NotEmpty
        @Size(max = 20)
        @Schema(description = "By BCP 47 language", examples = "{\"en\": \"First Protocol of Amendment\"}")
        Map<@NotBlank @Size(max = 35) String, @NotBlank @Size(max = 500) String> title,

        @NotNull Instrument instrument,

        @Size(max = 4000)
        @Schema(
                nullable = true,
                description = "The words of it, or where they stand",
                examples = "Article 2 is replaced …")
        @Nullable
        String clause,

        @Schema(ref = "#/components/schemas/AmendmentChanges")
        Map<String, @Nullable Object> changes,

        @Valid
        @Schema(
                description =
                        "By which rule it takes effect, with its own consents in place of the agreement's: ON_SIGNATURE "
                                + "(unless told) with the last side's consent, ON_DATE on a printed day but not before that, "
                                + "LAST_NOTIFICATION and N_CONSENTS with notifications, each with a period after it if agreed.")
        EntryIntoForce takesEffect,

        @Size(max = 50) @Schema(description = "Consents that are known already")
        List<@NotNull @Valid Consent> consents) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    AmendmentForm {
        changes = requireNonNullElse(changes, Map.of());
        takesEffect = requireNonNullElse(takesEffect, new EntryIntoForce(Kind.ON_SIGNATURE, null, null, null, null));
        consents = requireNonNullElse(consents, List.of());
    }

    /** The same with other changes. */
    AmendmentForm changing(Map<String, @Nullable Object> other) {
        return new AmendmentForm(title, instrument, clause, other, takesEffect, consents);
    }
}
