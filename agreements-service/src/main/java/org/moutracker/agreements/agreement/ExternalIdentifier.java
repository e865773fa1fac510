package org.moutracker.agreements.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/**
 * What an agreement is called elsewhere.
 *
 * @param scheme whose name it is
 */
@Schema(
        description =
                "What the agreement is called in another register. Two agreements may bear the same: an import then takes "
                        + "them for the same.")
public record ExternalIdentifier(
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}",
                message = "must be 1 to 32 letters, digits, dots, dashes or underscores")
        @Schema(description = "Whose name for it this is", examples = "UNTS")
        String scheme,

        @NotBlank @Size(max = 200) @Schema(examples = "I-54321")
        String value) {

    /** As lists are asked for it: the scheme, a colon and the value. */
    String written() {
        return scheme + ":" + value;
    }

    static String[] written(List<ExternalIdentifier> identifiers) {
        return identifiers.stream().map(ExternalIdentifier::written).toArray(String[]::new);
    }

    /** Reads what a list is asked for. */
    static String parse(String asked) {
        var colon = asked.indexOf(':');
        if (colon < 1 || colon == asked.length() - 1) {
            throw new InvalidRequest(
                    "externalIdentifier", "must be a scheme, a colon and a value, such as UNTS:I-54321");
        }
        return asked;
    }

    static void check(List<ExternalIdentifier> identifiers, List<Violation> violations) {
        var seen = new HashSet<String>();
        for (var i = 0; i < identifiers.size(); i++) {
            if (!seen.add(identifiers.get(i).scheme())) {
                violations.add(new Violation(
                        "externalIdentifiers[" + i + "].scheme", "has given the agreement another name already"));
            }
        }
    }
}
