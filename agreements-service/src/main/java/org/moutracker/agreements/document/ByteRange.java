package org.moutracker.agreements.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/** A part of a file, as a caller asks for it (RFC 9110, 14.2). */
record ByteRange(long from, long count) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Reads the header; empty for the whole, also where several parts or another unit are asked for. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        var asked = SINGLE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (asked.group(1).isEmpty()) {
            return last(Math.min(Long.parseLong(asked.group(2)), size), size);
        }
        var from = Long.parseLong(asked.group(1));
        var to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
        if (to < from && !asked.group(2).isEmpty()) {
            return Optional.empty();
        }
        return from < size ? Optional.of(new ByteRange(from, Math.min(to, size - 1) - from + 1)) : none(size);
    }

    private static Optional<ByteRange> last(long count, long size) {
        return count > 0 ? Optional.of(new ByteRange(size - count, count)) : none(size);
    }

    private static Optional<ByteRange> none(long size) {
        throw new Refused(ProblemType.RANGE_NOT_SATISFIABLE, "the document has %d bytes".formatted(size));
    }

    /** The header that says which part is answered. */
    String header(long size) {
        return "bytes %d-%d/%d".formatted(from, from + count - 1, size);
    }
}
