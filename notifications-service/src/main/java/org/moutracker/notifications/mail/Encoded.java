package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/**
 * A part of a message as it goes over the line, in letters that every server knows.
 *
 * @param ascii its lines end in CR LF
 */
record Encoded(String ascii) {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

    static Encoded base64(byte[] content) {
        return new Encoded(new String(BASE64.encode(content), US_ASCII));
    }
}
