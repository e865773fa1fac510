package org.moutracker.platform.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, such as {@code parties[1].organization.country}; the name of a parameter or header likewise
 * @param message what a right value would be
 */
public record Violation(
        @Schema(required = true, examples = "parties[1].organization.country")
        String field,

        @Schema(required = true, examples = "must be an ISO 3166-1 alpha-2 code")
        String message) {}
