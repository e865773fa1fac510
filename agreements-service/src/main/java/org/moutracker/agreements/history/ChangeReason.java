package org.moutracker.agreements.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * Why somebody changes something, as he says in a header. Headers are ASCII, so other scripts stand in it as their UTF-8
 * octets, each as a percent sign and two digits: the value of an {@code ext-value} of RFC 8187, without its prefix.
 */
final class ChangeReason {

    static final String HEADER = "X-Change-Reason";
    static final int LONGEST = 1000;

    private ChangeReason() {}

    /** Reads the header; empty when it is not there. */
    static Optional<String> of(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw refused("must be there once");
        }
        var reason = decode(values.getFirst()).strip();
        if (reason.isEmpty()) {
            throw refused("must say something, or be left out");
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            throw refused("must not be longer than %d characters".formatted(LONGEST));
        }
        if (reason.codePoints().anyMatch(Character::isISOControl)) {
            throw refused("must not have control characters");
        }
        if (MailAddresses.isIn(reason)) {
            throw refused("must not have a mail address: what is said here is kept for ever");
        }
        return Optional.of(reason);
    }

    private static String decode(String value) {
        var octets = new ByteArrayOutputStream(value.length());
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character == '%') {
                octets.write(octet(value, i + 1));
                i += 2;
            } else if (character < 0x20 || character == 0x7f) {
                throw refused("must not have control characters");
            } else if (character > 0x7f) {
                throw refused(
                        "must be ASCII; write other characters as UTF-8 with percent signs, such as %C3%A9 for é");
            } else {
                octets.write(character);
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("must be UTF-8 where it has percent signs");
        }
    }

    private static int octet(String value, int at) {
        var digits = value.substring(Math.min(at, value.length()), Math.min(at + 2, value.length()));
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
            throw refused("must have two hexadecimal digits after each percent sign; the sign itself is %25");
        }
        return Integer.parseInt(digits, 16);
    }

    private static InvalidRequest refused(String message) {
        return new InvalidRequest(HEADER, message);
    }
}
