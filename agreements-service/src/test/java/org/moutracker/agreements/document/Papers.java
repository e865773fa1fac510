package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A PDF of any size, made while it is read: nothing of it is ever in memory. */
final class Papers extends InputStream {

    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(UTF_8);

    private final long size;
    private long position;

    /** The longest piece that was asked for at once. */
    int longest;

    Papers(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        return position < size ? at(position++) & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        longest = Math.max(longest, length);
        var count = (int) Math.min(length, size - position);
        for (var i = 0; i < count; i++) {
            buffer[offset + i] = at(position++);
        }
        return count > 0 || length == 0 ? count : -1;
    }

    long position() {
        return position;
    }

    private static byte at(long place) {
        return place < HEAD.length ? HEAD[(int) place] : (byte) (place * 31 ^ place >>> 9);
    }

    static String sha256(long size) {
        return sha256(new Papers(size));
    }

    static String sha256(InputStream bytes) {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
