package org.moutracker.agreements.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.moutracker.platform.problem.InvalidRequest;

/** A document on its way in, which begins as its type says. */
final class ArrivingFile extends ArrivingBytes {

    /** The most bytes that a document may have: 25 MiB. */
    static final long MOST = 25 * 1024 * 1024;

    private final FileType type;

    /** Looks at how it begins: a file that is not what it is called is refused before any of it is kept. */
    ArrivingFile(InputStream request, FileType type) {
        super(begun(request, type), MOST, "a document");
        this.type = type;
    }

    private static InputStream begun(InputStream request, FileType type) {
        var head = head(request);
        if (head.length == 0) {
            throw new InvalidRequest("content", "must not be empty");
        }
        if (!type.begins(head)) {
            throw new InvalidRequest(
                    "Content-Type", "says %s, but the file does not begin like one".formatted(type.mediaType()));
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), request);
    }

    private static byte[] head(InputStream request) {
        try {
            return request.readNBytes(FileType.HEAD);
        } catch (IOException e) {
            throw brokeOff(0);
        }
    }

    FileType type() {
        return type;
    }
}
