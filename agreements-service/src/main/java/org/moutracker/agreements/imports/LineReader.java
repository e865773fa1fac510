package org.moutracker.agreements.imports;

import java.io.Reader;

/** Lines as a stream of characters, for a parser that finds the ends of records itself. */
final class LineReader extends Reader {

    private final TextLines lines;
    private String line = "";
    private int from;
    private int sinceRecord;

    LineReader(TextLines lines) {
        this.lines = lines;
    }

    /** Says that a record has ended, so that another may begin. */
    void recordEnded() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (from == line.length()) {
            var next = lines.next();
            if (next == null) {
                return -1;
            }
            sinceRecord += next.length();
            if (sinceRecord > TextLines.LONGEST) {
                throw new FileRefused(
                        lines.number(),
                        "belongs to a record of more than %d characters: perhaps a quote is not closed"
                                .formatted(TextLines.LONGEST));
            }
            line = next + "\n";
            from = 0;
        }
        var count = Math.min(length, line.length() - from);
        line.getChars(from, from + count, buffer, offset);
        from += count;
        return count;
    }

    @Override
    public void close() {}
}
