package org.moutracker.agreements.correspondence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing of an agreement that a letter is about. */
@Schema(
        name = "CorrespondenceAbout",
        description = "One thing of the agreement that it is about: exactly one of the fields.",
        examples = "{\"commitment\": \"C-01\"}")
@JsonInclude(JsonInclude.Include.NON_NULL)
record About(
        @Schema(nullable = true, description = "The id of a line of the ledger") @Nullable
        UUID legalEvent,

        @Min(1) @Schema(nullable = true, description = "The number of an amendment", examples = "1") @Nullable
        Integer amendment,

        @Size(min = 1, max = 50)
        @Schema(nullable = true, description = "The code of a commitment", examples = "C-01")
        @Nullable
        String commitment) {

    private static final String LEGAL_EVENT = "legal-event:";
    private static final String AMENDMENT = "amendment:";
    private static final String COMMITMENT = "commitment:";

    @JsonIgnore
    boolean isOne() {
        return Stream.of(legalEvent, amendment, commitment)
                        .filter(Objects::nonNull)
                        .count()
                == 1;
    }

    /** As it is stored and searched. */
    String key() {
        if (legalEvent != null) {
            return LEGAL_EVENT + legalEvent;
        }
        return amendment != null ? AMENDMENT + amendment : COMMITMENT + commitment;
    }

    static About ofKey(String key) {
        return after(key, LEGAL_EVENT)
                .map(id -> new About(UUID.fromString(id), null, null))
                .or(() -> after(key, AMENDMENT).map(number -> new About(null, Integer.valueOf(number), null)))
                .or(() -> after(key, COMMITMENT).map(code -> new About(null, null, code)))
                .orElseThrow(() -> new IllegalStateException("stored by nobody: " + key));
    }

    private static Optional<String> after(String key, String prefix) {
        return key.startsWith(prefix) ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }
}
