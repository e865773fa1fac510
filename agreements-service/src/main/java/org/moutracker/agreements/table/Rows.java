package org.moutracker.agreements.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, read portion by portion, so that nothing is held between two of them. */
@FunctionalInterface
public interface Rows<R> {

    /** How many are asked for at once: few enough to hold, many enough that asking does not count. */
    int PORTION = 1_000;

    /** Up to {@link #PORTION} rows after one, from the first where there is none; fewer are the last. */
    List<R> after(@Nullable R last);
}
