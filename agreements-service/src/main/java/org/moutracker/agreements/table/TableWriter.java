package org.moutracker.agreements.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one table into a file as its rows come. */
interface TableWriter {

    void row(List<@Nullable Object> values) throws IOException;

    /** Hands on what has been written, so that none of it stays in memory. */
    void flush() throws IOException;

    /** Writes what belongs after the last row; without it the file can be seen to be cut off. */
    void finish() throws IOException;
}
