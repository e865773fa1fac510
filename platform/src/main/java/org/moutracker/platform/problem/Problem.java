package org.moutracker.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as RFC 9457 describes it.
 *
 * @param violations which fields are wrong and why; empty unless the request itself is invalid
 */
@Schema(description = "An error (RFC 9457).")
public record Problem(
        @Schema(
                description = "A stable code; the same address serves a page that explains it.",
                format = "uri-reference",
                required = true,
                examples = "/problems/invalid-request")
        String type,

        @Schema(required = true, examples = "Invalid request")
        String title,

        @Schema(required = true, minimum = "400", maximum = "599", examples = "400")
        int status,

        @Schema(
                description = "What is wrong with this request, as a sentence.",
                required = true,
                examples = "1 field is invalid")
        String detail,

        @Schema(
                description = "The path that was asked for.",
                format = "uri-reference",
                required = true,
                examples = "/api/v1/agreements")
        String instance,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "The fields that are wrong, each with the reason.")
        List<Violation> violations) {}
