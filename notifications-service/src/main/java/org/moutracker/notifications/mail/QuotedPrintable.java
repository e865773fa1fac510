package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes octets so that every mail server lets them through (RFC 2045, 6.7). The library's own does the same octet by octet
 * over three streams, which is the largest part of what it takes to write a mail.
 */
final class QuotedPrintable {

    // The sign that a line goes on comes after them.
    private static final int MOST_IN_A_LINE = 75;
    private static final Pattern ANY_LINE_END = Pattern.compile("\\R");
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(US_ASCII);

    private final byte[] written;
    private int length;
    private int inLine;

    private QuotedPrintable(int octets) {
        // Three signs for each, and three more for each line that goes on.
        written = new byte[3 * octets + octets / 4 + 3];
    }

    static Encoded of(String text) {
        return new Encoded(
                new String(of(ANY_LINE_END.matcher(text).replaceAll("\r\n").getBytes(UTF_8)), US_ASCII));
    }

    /** Writes text whose lines end in CR LF. */
    static byte[] of(byte[] text) {
        var quoted = new QuotedPrintable(text.length);
        for (var i = 0; i < text.length; i++) {
            var octet = text[i] & 0xFF;
            if (octet == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                i++;
                quoted.endLine();
            } else if (octet == '=' || octet > '~' || octet < ' ' || (octet == ' ' && endsLine(text, i + 1))) {
                quoted.encode(octet);
            } else {
                quoted.keep(octet);
            }
        }
        return Arrays.copyOf(quoted.written, quoted.length);
    }

    /** A blank there would be lost on the way. */
    private static boolean endsLine(byte[] text, int next) {
        return next == text.length || text[next] == '\r' || text[next] == '\n';
    }

    private void keep(int octet) {
        makeRoom(1);
        written[length++] = (byte) octet;
    }

    private void encode(int octet) {
        makeRoom(3);
        written[length++] = '=';
        written[length++] = DIGITS[octet >> 4];
        written[length++] = DIGITS[octet & 0xF];
    }

    private void makeRoom(int signs) {
        inLine += signs;
        if (inLine > MOST_IN_A_LINE) {
            written[length++] = '=';
            endLine();
            inLine = signs;
        }
    }

    private void endLine() {
        written[length++] = '\r';
        written[length++] = '\n';
        inLine = 0;
    }
}
