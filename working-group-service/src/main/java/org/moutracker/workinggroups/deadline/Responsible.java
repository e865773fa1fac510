package org.moutracker.workinggroups.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who has to see to it.
 *
 * @param personId the member who took it on; null when all of the party's have to
 */
@Schema(description = "A party that has to see to it, perhaps by one of its members.")
public record Responsible(
        @Schema(required = true, examples = "PK") String party,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The member who took it on; left out when all of the party's have to.", nullable = true)
        @Nullable
        UUID personId) {

    public Responsible(String party) {
        this(party, null);
    }
}
