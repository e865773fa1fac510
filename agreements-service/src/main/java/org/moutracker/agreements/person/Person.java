package org.moutracker.agreements.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be told something.
 *
 * @param email null for somebody who is erased
 * @param absences those that are not over yet
 */
@Schema(description = "Somebody who can be told something.")
public record Person(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "A pseudonym for somebody who is erased.", examples = "Ayesha Khan")
        String name,

        @Schema(
                required = true,
                description = "Null for somebody who is erased.",
                examples = "ayesha.khan@health.example",
                nullable = true)
        @Nullable
        String email,

        @Schema(required = true, description = "The language to write in (BCP 47).", examples = "ur")
        String language,

        @Schema(required = true, description = "The person's IANA zone.", examples = "Asia/Karachi")
        String zone,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Days on which the person is away; left out without any that are not over")
        List<Absence> absences) {

    /** Nobody's name and address belong in a log. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
