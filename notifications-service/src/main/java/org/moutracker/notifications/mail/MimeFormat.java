package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a message of two parts that say the same, as text and as HTML. Nothing in it is drawn, counted or looked up: the
 * same words are the same bytes, today and on any machine.
 */
final class MimeFormat {

    private static final String LINE_END = "\r\n";

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final String boundary;

    /** The id sets the parts apart; what the encoding of the parts makes never has "=_" in it. */
    MimeFormat(Object id) {
        this.boundary = "=_" + id;
    }

    MimeFormat header(String name, String value) {
        return line(name + ": " + value);
    }

    /** A header in words, which may need an encoding and several lines. */
    MimeFormat words(String name, String value) {
        try {
            var encoded = MimeUtility.encodeText(value, UTF_8.name(), null);
            return header(name, MimeUtility.fold(name.length() + 2, encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] parts(String text, String html) {
        header("MIME-Version", "1.0");
        header("Content-Type", "multipart/alternative;" + LINE_END + " boundary=\"" + boundary + "\"");
        part("text/plain", text);
        part("text/html", html);
        line("").line("--" + boundary + "--");
        return message.toByteArray();
    }

    // Quoted-printable whatever the text: an encoding that depends on the words would be one more thing to go wrong.
    private void part(String type, String content) {
        line("").line("--" + boundary);
        header("Content-Type", type + "; charset=UTF-8");
        header("Content-Transfer-Encoding", "quoted-printable").line("");
        try {
            var encoder = MimeUtility.encode(message, "quoted-printable");
            encoder.write(content.replaceAll("\\R", LINE_END).getBytes(UTF_8));
            encoder.flush();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail cannot be encoded", e);
        }
    }

    private MimeFormat line(String line) {
        message.writeBytes((line + LINE_END).getBytes(US_ASCII));
        return this;
    }
}
