package org.moutracker.agreements.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.moutracker.agreements.document.DocumentStore;

/** A stored file, read from front to back a piece at a time. */
final class StoredBytes extends InputStream {

    private static final int PIECE = 64 * 1024;

    private final DocumentStore store;
    private final long place;
    private final long size;
    private byte[] piece = new byte[0];
    private int within;
    private long position;

    StoredBytes(DocumentStore store, long place, long size) {
        this.store = store;
        this.place = place;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (within == piece.length && !fill()) {
            return -1;
        }
        var count = Math.min(length, piece.length - within);
        System.arraycopy(piece, within, buffer, offset, count);
        within += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (position == size) {
            return false;
        }
        var next = new ByteArrayOutputStream(PIECE);
        store.read(place, position, Math.min(PIECE, size - position), next);
        piece = next.toByteArray();
        within = 0;
        position += piece.length;
        return true;
    }
}
