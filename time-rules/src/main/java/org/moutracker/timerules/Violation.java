package org.moutracker.timerules;

/**
 * One thing that is wrong with what was given.
 *
 * @param field where it stands, as a path into the JSON ({@code steps[0].period}); empty for the whole
 * @param message what a person should do about it ({@code must not be negative})
 */
public record Violation(String field, String message) {

    Violation under(String parent) {
        if (field.isEmpty()) {
            return new Violation(parent, message);
        }
        return new Violation(field.startsWith("[") ? parent + field : parent + "." + field, message);
    }
}
