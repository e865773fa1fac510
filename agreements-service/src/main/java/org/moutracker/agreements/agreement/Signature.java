package org.moutracker.agreements.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/**
 * That a party signed; by whom, when and where as far as the sources say.
 *
 * @param signedOn null when the day is not known at all
 */
@Schema(description = "That a party signed; by whom, when and where as far as the sources say.")
public record Signature(
        @NotBlank @Schema(description = "Code of the party", examples = "PK")
        String party,

        @Schema(nullable = true) @Valid @Nullable Signatory person,
        @Schema(nullable = true) @Nullable PartialDate signedOn,

        @Size(max = 200) @Schema(nullable = true, examples = "Islamabad") @Nullable
        String place) {

    /** Who signed and when: what only a correction changes. How a person is named and where it was are descriptions. */
    Signature act() {
        return new Signature(party, null, signedOn, null);
    }

    static List<Signature> acts(List<Signature> signatures) {
        return signatures.stream().map(Signature::act).toList();
    }

    /** The same on the day that is right. */
    Signature on(@Nullable PartialDate day) {
        return new Signature(party, person, day, place);
    }

    /**
     * Who signed: a matter of public record.
     *
     * @param variants other spellings of the name, as the sources have them
     */
    @Schema(description = "Who signed: a matter of public record.")
    public record Signatory(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 20) List<@NotBlank @Size(max = 200) String> variants,

            @Size(max = 200) @Schema(nullable = true, examples = "Federal Minister for Health") @Nullable
            String capacity) {

        @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
        public Signatory {
            variants = variants == null ? List.of() : variants;
        }
    }
}
