package org.moutracker.notifications.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of many rows, as {@code unnest} and {@code = ANY} take it. */
public record Column(String type, List<? extends @Nullable Object> values) {

    public static Column ids(Collection<UUID> ids) {
        return new Column("uuid", List.copyOf(ids));
    }

    /** Values that the statement casts to what they are: days, instants, JSON. */
    public static Column texts(Collection<String> texts) {
        return new Column("text", List.copyOf(texts));
    }

    public static <R> Column ids(List<R> rows, Function<R, @Nullable UUID> id) {
        return new Column("uuid", values(rows, id));
    }

    /** Each value in its written form; the statement casts it to what it is. */
    public static <R> Column texts(List<R> rows, Function<R, @Nullable Object> value) {
        var texts = new ArrayList<@Nullable Object>(rows.size());
        for (var row : rows) {
            var written = value.apply(row);
            texts.add(written == null ? null : written.toString());
        }
        return new Column("text", texts);
    }

    public static <R> Column numbers(List<R> rows, Function<R, Number> number) {
        return new Column("bigint", values(rows, number));
    }

    public static <R> Column flags(List<R> rows, Function<R, Boolean> flag) {
        return new Column("boolean", values(rows, flag));
    }

    private static <R> List<@Nullable Object> values(List<R> rows, Function<R, ? extends @Nullable Object> value) {
        var values = new ArrayList<@Nullable Object>(rows.size());
        for (var row : rows) {
            values.add(value.apply(row));
        }
        return values;
    }
}
