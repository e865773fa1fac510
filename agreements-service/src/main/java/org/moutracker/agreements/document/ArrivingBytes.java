package org.moutracker.agreements.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/** The bytes of an upload on their way in: counted, hashed and waited for as they pass. */
public class ArrivingBytes extends InputStream {

    // Less than the transaction of an upload may take, so that the answer is ours.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final InputStream body;
    private final long most;
    private final String noun;
    private final MessageDigest digest = sha256Digest();
    private final long latest = System.nanoTime() + PATIENCE.toNanos();
    private @Nullable String sha256;
    private long size;

    /** Takes {@code most} bytes and no more; {@code noun} is what they are called when there are more. */
    public ArrivingBytes(InputStream body, long most, String noun) {
        this.body = body;
        this.most = most;
        this.noun = noun;
    }

    static InvalidRequest brokeOff(long after) {
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
                if (size > most) {
                    throw new Refused(ProblemType.TOO_LARGE, "%s may have %d bytes at most".formatted(noun, most));
                }
            }
            return read;
        } catch (IOException e) {
            throw brokeOff(size);
        }
    }

    /** How much has passed. */
    public final long size() {
        return size;
    }

    /** SHA-256 of the whole, once it has passed. */
    public final String sha256() {
        if (sha256 == null) {
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        return sha256;
    }
}
