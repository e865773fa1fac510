package org.moutracker.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says in the caller's terms, not in Jackson's, which part of a JSON body cannot be read. */
public final class JsonViolation {

    private JsonViolation() {}

    public static Violation of(JsonProcessingException e) {
        return switch (e) {
            case StreamConstraintsException limit -> new Violation("", limit.getOriginalMessage() + at(limit));
            case JsonMappingException mapping
            when mapping.getCause() instanceof StreamConstraintsException limit ->
                new Violation(path(mapping), limit.getOriginalMessage() + at(limit));
            case JsonMappingException mapping -> new Violation(path(mapping), message(mapping));
            default -> new Violation("", "is not JSON" + at(e));
        };
    }

    private static String path(JsonMappingException e) {
        var field = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    private static String message(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "is not a field here; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidTypeIdException unknown -> "has an unknown or missing kind";
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "must be one of "
                        + Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "));
            case InvalidFormatException format -> "must be " + expected(format.getTargetType());
            case ValueInstantiationException impossible
            when impossible.getCause() != null && impossible.getCause().getMessage() != null ->
                impossible.getCause().getMessage();
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "must be " + expected(mismatch.getTargetType());
            default ->
                e.getCause() instanceof IllegalArgumentException impossible && impossible.getMessage() != null
                        ? impossible.getMessage()
                        : "cannot be read";
        };
    }

    private static String expected(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "PartialDate" -> "a text";
            case "LocalDate" -> "a date such as 2025-09-17";
            case "LocalTime" -> "a time of day such as 16:00";
            case "Instant" -> "an instant such as 2025-09-17T07:00:00Z";
            case "OffsetDateTime" -> "a moment with its offset, such as 2025-09-17T12:00:00+05:00";
            case "UUID" -> "a UUID";
            case "Integer", "int", "Long", "long", "Short", "short" -> "a whole number";
            case "Double", "double", "BigDecimal" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "List", "ArrayList", "Set" -> "a list";
            default ->
                type.isEnum()
                        ? "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "))
                        : "an object";
        };
    }

    private static String at(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
