package org.moutracker.agreements.imports;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; never more of it in memory than one. */
interface Rows extends Closeable {

    /** How many a file may have. */
    int MOST = 100_000;

    /** The next; null at the end. Throws {@link FileRefused} where nothing more can be read. */
    @Nullable
    Row next();

    @Override
    void close();
}
