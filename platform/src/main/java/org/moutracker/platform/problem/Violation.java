package org.moutracker.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
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
        String message) {
    /** What Bean Validation found in a body that was read apart from its request. */
    public static Violation of(ConstraintViolation<?> found) {
        return new Violation(field(found.getPropertyPath()), found.getMessage());
    }

    static String field(Iterable<Path.Node> path) {
        var field = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            } else if (node.getKey() != null) {
                field.append('.').append(node.getKey());
            }
            var name = node.getName();
            if (name != null && !name.startsWith("<")) {
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        return field.toString();
    }
}
