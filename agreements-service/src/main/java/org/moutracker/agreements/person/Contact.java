package org.moutracker.agreements.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.LanguageTag;
import org.moutracker.platform.person.Zone;

/**
 * How somebody who is named can be reached.
 *
 * @param language null for what is known already, or English
 * @param zone null for what is known already, or the usual zone of whom the person stands for
 */
@Schema(description = "How somebody who is named can be reached. One mail address is one person.")
public record Contact(
        @NotBlank @Size(max = 200) @Schema(required = true, examples = "Ayesha Khan")
        String name,

        @NotBlank
        // Stricter than the RFC: a mail address without a dot in its domain is a slip of the pen.
        @Email(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+", message = "must be a mail address")
        @Size(max = 254)
        @Schema(required = true, examples = "ayesha.khan@health.example")
        String email,

        @LanguageTag
        @Schema(
                description = "The language to write in (BCP 47); English unless known.",
                examples = "ur",
                nullable = true)
        @Nullable
        String language,

        @Zone
        @Schema(
                description = "The person's IANA zone; that of whom the person stands for unless known.",
                examples = "Asia/Karachi",
                nullable = true)
        @Nullable
        String zone) {

    /** The address by which a person is recognized: people write the same one in upper and lower case. */
    String mailbox() {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Nobody's name and address belong in a log. */
    @Override
    public String toString() {
        return "Contact";
    }
}
