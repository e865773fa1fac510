package org.moutracker.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * Where a page ended: the values of the last row that the list is sorted by. Opaque to callers, so that what a list is
 * sorted by may change. It costs the same at the end of a list as at its start.
 */
public record Cursor(List<String> values) {

    public static Cursor of(Object... values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value.toString());
        }
        return new Cursor(List.copyOf(texts));
    }

    /** Reads a cursor back; one with another number of values is another list's and answered with 400. */
    public static Cursor parse(String text, int size) {
        try {
            var values = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1));
            if (values.size() == size) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: answered as any other cursor that is not ours.
        }
        throw invalid();
    }

    private static InvalidRequest invalid() {
        return new InvalidRequest("cursor", "is not one that this list gave");
    }

    public String get(int index) {
        return values.get(index);
    }

    /** A value that is an id; anything else is not a cursor of ours. */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(get(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** A value that is a day; anything else is not a cursor of ours. */
    public LocalDate day(int index) {
        try {
            return LocalDate.parse(get(index));
        } catch (DateTimeParseException e) {
            throw invalid();
        }
    }

    /** A value that is a whole number; anything else is not a cursor of ours. */
    public long number(int index) {
        try {
            return Long.parseLong(get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /** A value that is an instant; anything else is not a cursor of ours. */
    public Instant instant(int index) {
        try {
            return Instant.parse(get(index));
        } catch (DateTimeParseException e) {
            throw invalid();
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", values).getBytes(UTF_8));
    }
}
