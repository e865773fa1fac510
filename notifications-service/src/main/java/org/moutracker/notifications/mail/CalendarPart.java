package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A calendar as a part of a mail.
 *
 * @param method what the reader's program is to do with it (RFC 5546)
 * @param file how it is called as a file
 * @param quoted encoded for programs that know it among the ways to say the same
 * @param base64 encoded as a file
 */
record CalendarPart(String method, String file, Encoded quoted, Encoded base64) {

    static CalendarPart of(String method, String file, byte[] content) {
        return new CalendarPart(method, file, QuotedPrintable.of(new String(content, UTF_8)), Encoded.base64(content));
    }
}
