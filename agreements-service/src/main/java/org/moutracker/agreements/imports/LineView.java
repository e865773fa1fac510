package org.moutracker.agreements.imports;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.LikeAgreements.Because;
import org.moutracker.platform.problem.Violation;

/** A line of a file, and what becomes of it. */
@Schema(name = "ImportLine", description = "A line of a file, and what becomes of it.")
record LineView(
        @Schema(required = true, description = "As an editor or a spreadsheet numbers it", examples = "77000")
        int line,

        @Schema(
                required = true,
                description =
                        "OK: can be imported. DUPLICATE: seems to be there already. ERROR: something is wrong with it. After "
                                + "the execution IMPORTED; SKIPPED: was there already; FAILED: was there already and that "
                                + "is an error, or a rule forbade it by then.")
        LineOutcome outcome,

        @Schema(required = true, nullable = true, description = "Of the agreement, where the line says it") @Nullable
        String reference,

        @Schema(required = true, description = "What is wrong, by field; a rule that forbids the whole has no field")
        List<Violation> violations,

        @Schema(required = true, nullable = true) @Nullable Same sameAs,

        @Schema(required = true, nullable = true, description = "The agreement that was made of it") @Nullable
        UUID agreementId) {

    /**
     * What a line seems to be the same as.
     *
     * @param agreementId an agreement of the register
     * @param line an earlier line of the same file
     */
    @Schema(
            name = "SameAs",
            description =
                    "What the line seems to be the same as, and by what: an agreement of the register, or an earlier line.")
    record Same(
            @Schema(required = true) Because because,

            @Schema(required = true, nullable = true) @Nullable
            UUID agreementId,

            @Schema(required = true, nullable = true) @Nullable
            Integer line) {}
}
