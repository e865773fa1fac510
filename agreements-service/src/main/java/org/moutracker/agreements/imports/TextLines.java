package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, to the letter: what is not UTF-8 is refused, with its line. */
final class TextLines {

    /** As long as any other request may be. */
    static final int LONGEST = 1024 * 1024;

    private static final int PIECE = 64 * 1024;

    private final InputStream bytes;
    private final byte[] piece = new byte[PIECE];
    private int from;
    private int until;
    private int number;

    TextLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /** The number of the line that was read last. */
    int number() {
        return number;
    }

    /** The next line without what ends it; null at the end. */
    @Nullable
    String next() {
        var line = new ByteArrayOutputStream();
        var isAny = false;
        while (from < until || fill()) {
            isAny = true;
            var end = from;
            while (end < until && piece[end] != '\n') {
                end++;
            }
            line.write(piece, from, end - from);
            if (line.size() > LONGEST) {
                throw new FileRefused(number + 1, "is longer than %d bytes".formatted(LONGEST));
            }
            from = end + 1;
            if (end < until) {
                return text(line.toByteArray());
            }
        }
        return isAny ? text(line.toByteArray()) : null;
    }

    private boolean fill() {
        try {
            from = 0;
            until = Math.max(0, bytes.readNBytes(piece, 0, PIECE));
            return until > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(byte[] line) {
        number++;
        var begin = number == 1 ? mark(line) : 0;
        var end = line.length > begin && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(line, begin, end - begin))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FileRefused(number, "is not UTF-8: save the file as UTF-8");
        }
    }

    /** How long the byte-order mark is that some programs begin a file with. */
    private static int mark(byte[] line) {
        if (begins(line, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        if (begins(line, 0xff, 0xfe) || begins(line, 0xfe, 0xff)) {
            throw new FileRefused(1, "is UTF-16: save the file as UTF-8");
        }
        return 0;
    }

    private static boolean begins(byte[] line, int... with) {
        for (var i = 0; i < with.length; i++) {
            if (line.length <= i || (line[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
