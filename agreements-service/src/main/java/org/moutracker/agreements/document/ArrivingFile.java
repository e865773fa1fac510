package org.moutracker.agreements.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/** A file on its way in: looked at, counted and hashed as it passes. */
final class ArrivingFile extends InputStream {

    /** The most bytes that a file may have: 25 MiB. */
    static final long MOST = 25 * 1024 * 1024;

    // Less than its transaction may take, so that the answer is ours.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final InputStream body;
    private final FileType type;
    private final MessageDigest digest = sha256Digest();
    private final long latest = System.nanoTime() + PATIENCE.toNanos();
    private @Nullable String sha256;
    private long size;

    /** Looks at how it begins: a file that is not what it is called is refused before any of it is kept. */
    ArrivingFile(InputStream request, FileType type) {
        this.type = type;
        var head = head(request);
        if (head.length == 0) {
            throw new InvalidRequest("content", "must not be empty");
        }
        if (!type.begins(head)) {
            throw new InvalidRequest(
                    "Content-Type", "says %s, but the file does not begin like one".formatted(type.mediaType()));
        }
        this.body = new SequenceInputStream(new ByteArrayInputStream(head), request);
    }

    private static byte[] head(InputStream request) {
        try {
            return request.readNBytes(FileType.HEAD);
        } catch (IOException e) {
            throw brokeOff(0);
        }
    }

    private static InvalidRequest brokeOff(long after) {
        return new InvalidRequest("content", "broke off after %d bytes or a little later".formatted(after));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (System.nanoTime() - latest > 0) {
            throw new InvalidRequest("content", "did not arrive within %d minutes".formatted(PATIENCE.toMinutes()));
        }
        try {
            var read = body.read(buffer, offset, length);
            if (read > 0) {
                digest.update(buffer, offset, read);
                size += read;
                if (size > MOST) {
                    throw new Refused(ProblemType.TOO_LARGE, "a document may have %d bytes at most".formatted(MOST));
                }
            }
            return read;
        } catch (IOException e) {
            throw brokeOff(size);
        }
    }

    FileType type() {
        return type;
    }

    /** How much has passed. */
    long size() {
        return size;
    }

    /** SHA-256 of the whole, once it has passed. */
    String sha256() {
        if (sha256 == null) {
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        return sha256;
    }
}
