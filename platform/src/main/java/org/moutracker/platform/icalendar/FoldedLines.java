package org.moutracker.platform.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Folds the lines of an iCalendar at 75 octets (RFC 5545, 3.1). The library folds by characters, which in Arabic or
 * Chinese are two or three octets each; and a character that is cut in two is none.
 */
public final class FoldedLines {

    private static final int LONGEST = 75;

    private FoldedLines() {}

    public static byte[] of(String content) {
        var folded = new ByteArrayOutputStream(content.length() + content.length() / 8);
        for (var line : content.split("\r\n", -1)) {
            if (!line.isEmpty()) {
                fold(line, folded);
            }
        }
        return folded.toByteArray();
    }

    private static void fold(String line, ByteArrayOutputStream folded) {
        var octets = line.getBytes(UTF_8);
        var start = 0;
        var room = LONGEST;
        while (octets.length - start > room) {
            var end = start + room;
            while (isInsideCharacter(octets[end])) {
                end--;
            }
            folded.write(octets, start, end - start);
            folded.writeBytes(new byte[] {'\r', '\n', ' '});
            start = end;
            room = LONGEST - 1; // the space that continues a line is one of its octets
        }
        folded.write(octets, start, octets.length - start);
        folded.writeBytes(new byte[] {'\r', '\n'});
    }

    private static boolean isInsideCharacter(byte octet) {
        return (octet & 0b1100_0000) == 0b1000_0000;
    }
}
