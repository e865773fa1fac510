package org.moutracker.agreements.table;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list is as a table.
 *
 * @param name of the file and the sheet
 */
public record Table<R>(String name, List<Column<R>> columns) {

    /**
     * One of its columns.
     *
     * @param value a text or a number; whatever else it is, is written as its text
     */
    public record Column<R>(String name, Function<R, @Nullable Object> value) {}

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }
}
