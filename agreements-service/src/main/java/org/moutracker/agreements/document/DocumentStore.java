package org.moutracker.agreements.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where the bytes of documents lie, and those of imports until they are checked; no file is ever whole in memory. */
public interface DocumentStore {

    /** Keeps what a stream has, in the caller's transaction, and says where. */
    long write(InputStream bytes) throws IOException;

    /** Hands out a part of what is kept; it needs no transaction, since nothing that is kept changes. */
    void read(long place, long from, long count, OutputStream to) throws IOException;

    /** Takes back what was written in the same transaction. */
    void remove(long place);
}
