package org.moutracker.workinggroups.workinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * The paper by which a party has named somebody. It stays here: its address may say who that is.
 *
 * @param document where it can be read
 * @param note its number, such as that of a note verbale
 * @param on its date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The paper by which a party has named somebody.")
record Evidence(
        @Size(max = 2000) @Schema(examples = "https://documents.example/nominations/17", nullable = true) @Nullable
        String document,

        @Size(max = 200) @Schema(description = "Its number.", examples = "NV 17/2025", nullable = true) @Nullable
        String note,

        @Schema(description = "Its date.", examples = "2025-09-18", nullable = true) @Nullable
        LocalDate on) {

    /** Refuses what cannot be a paper. */
    void check(LocalDate today) {
        if (document == null && note == null) {
            throw new InvalidRequest("evidence", "must name a document or a note");
        }
        if (document != null) {
            requireAddress("evidence.document", document);
        }
        if (on != null && on.isAfter(today)) {
            throw new InvalidRequest("evidence.on", "must not be after today, %s".formatted(today));
        }
    }

    static void requireAddress(String field, String text) {
        try {
            if (new URI(text).isAbsolute()) {
                return;
            }
        } catch (URISyntaxException e) {
            // Answered below.
        }
        throw new InvalidRequest(field, "must be an absolute URI");
    }
}
