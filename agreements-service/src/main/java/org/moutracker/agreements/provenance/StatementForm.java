package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Source.Confidence;

/** What a source says of one fact, as a caller records it. */
@Schema(name = "StatementForm", description = "What a source says of one fact of an agreement.")
record StatementForm(
        @NotBlank
        @Schema(
                description =
                        "The path of the field in the agreement, where a code, a name or an id stands in place of a "
                                + "position; one that this agreement has. There are: title.<language>, type, bindingness, "
                                + "parties.<code>.organization.name, parties.<code>.onBehalfOf, signatures.<party>.person.name, "
                                + "signatures.<party>.person.capacity, signatures.<party>.signedOn, signatures.<party>.place, areas "
                                + "(the source names one), areas.<name>.direction, initiatives (the source names one), "
                                + "entryIntoForce.kind, entryIntoForce.on, enteredIntoForceOn, term.period, term.until, "
                                + "term.terminationNotice, commitments.<code>.title, commitments.<code>.rule, "
                                + "commitments.<code>.target.target, legalEvents.<id>.occurredOn, legalEvents.<id>.effectiveOn",
                examples = "signatures.PS.person.name")
        String fact,

        @NotNull @Schema(required = true, ref = "#/components/schemas/StatedValue")
        JsonNode value,

        @NotNull @Valid StatementSource source,
        @NotNull Confidence confidence,

        @Size(max = 1000)
        @Pattern(regexp = TEXT, message = NO_TEXT)
        @Schema(nullable = true, examples = "Names him in the caption only")
        @Nullable
        String note) {

    // The database keeps no text with the character 0.
    static final String TEXT = "^[^\\x00]*$";
    static final String NO_TEXT = "must not have the character U+0000";
}
