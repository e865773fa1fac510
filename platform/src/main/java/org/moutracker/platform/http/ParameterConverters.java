package org.moutracker.platform.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** Reads parameters so that a value which is not one is answered with 400 and the parameter's name, not with 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // The JAX-RS interface offers a class and wants its converter.
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == UUID.class) {
            return (ParamConverter<T>)
                    converter(annotations, UUID::fromString, "must be a UUID", text -> text.length() == 36);
        }
        if (type == Integer.class) {
            return (ParamConverter<T>) converter(annotations, Integer::valueOf, "must be a whole number", text -> true);
        }
        if (type == Boolean.class) {
            return (ParamConverter<T>) converter(
                    annotations,
                    Boolean::valueOf,
                    "must be true or false",
                    text -> text.equals("true") || text.equals("false"));
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>)
                    converter(annotations, ParameterConverters::day, "must be a date such as 2025-09-17", text -> true);
        }
        if (type == Instant.class) {
            return (ParamConverter<T>) converter(
                    annotations,
                    ParameterConverters::instant,
                    "must be an instant such as 2025-09-17T06:00:00Z",
                    text -> true);
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return converter(
                    annotations, text -> (T) Enum.valueOf((Class) type, text), "must be one of " + names, text -> true);
        }
        return null;
    }

    private static <T> ParamConverter<T> converter(
            Annotation[] annotations, Function<String, T> parse, String expected, Predicate<String> plausible) {
        return new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                try {
                    if (plausible.test(text)) {
                        return parse.apply(text);
                    }
                } catch (IllegalArgumentException e) {
                    // Answered below as any other impossible value.
                }
                throw isPath(annotations)
                        ? new NotFoundException()
                        : new BadRequestException(new InvalidRequest(name(annotations), expected));
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }

    /** No agreement is older or lasts longer, and the database knows no such days. */
    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("no such year: " + year);
        }
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            requireYear(day.getYear());
            return day;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            requireYear(instant.atOffset(ZoneOffset.UTC).getYear());
            return instant;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isPath(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(a -> a instanceof PathParam || a instanceof RestPath);
    }

    private static String name(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
        }
        return "query";
    }
}
