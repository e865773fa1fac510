package org.moutracker.workinggroups.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a deadline comes from: the chain that an alert shows. */
@Schema(description = "The commitment that it comes from, if it comes from one, and what that rests on.")
public record Origin(
        @Schema(required = true, examples = "C-01", nullable = true) @Nullable
        String commitment,

        @Schema(required = true, examples = "OFFICIAL_STATEMENT", nullable = true) @Nullable
        String basis,

        @Schema(required = true, examples = "article 3", nullable = true) @Nullable
        String clause,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description = "Number of the amendment that its rule comes from; left out where none has changed it.",
                examples = "1")
        @Nullable
        Integer amendment,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description =
                        "When an import took its agreement over from older records: nobody is told of what was due "
                                + "before. Left out where none has.")
        @Nullable
        Instant importedAt) {

    /** One that no import has taken over. */
    public Origin(
            @Nullable String commitment, @Nullable String basis, @Nullable String clause, @Nullable Integer amendment) {
        this(commitment, basis, clause, amendment, null);
    }

    /** One that no amendment has changed. */
    public Origin(@Nullable String commitment, @Nullable String basis, @Nullable String clause) {
        this(commitment, basis, clause, null);
    }
}
