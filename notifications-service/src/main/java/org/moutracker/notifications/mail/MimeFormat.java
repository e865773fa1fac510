package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;

/**
 * Writes a message of parts that say the same, as text, as HTML, and for a calendar if there is one. Nothing in it is drawn,
 * counted or looked up: the same words are the same bytes, today and on any machine.
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

    /** What a header says in words, which may need an encoding and several lines. */
    static String words(String name, String value) {
        try {
            return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(value, UTF_8.name(), null));
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] parts(Encoded text, Encoded html) {
        header("MIME-Version", "1.0");
        multipart("alternative", boundary);
        part(boundary, "text/plain", text);
        part(boundary, "text/html", html);
        line("").line("--" + boundary + "--");
        return message.toByteArray();
    }

    /**
     * With a calendar as a third way to say the same (RFC 6047), by which programs know an invitation or a date, and once
     * more as a file for those that do not.
     */
    byte[] withCalendar(Encoded text, Encoded html, CalendarPart calendar) {
        var ways = boundary + "_ways";
        header("MIME-Version", "1.0");
        multipart("mixed", boundary);
        line("").line("--" + boundary);
        multipart("alternative", ways);
        part(ways, "text/plain", text);
        part(ways, "text/html", html);
        part(ways, "text/calendar; method=" + calendar.method(), calendar.quoted());
        line("").line("--" + ways + "--");
        line("").line("--" + boundary);
        header("Content-Type", "application/ics; name=\"" + calendar.file() + "\"");
        header("Content-Disposition", "attachment; filename=\"" + calendar.file() + "\"");
        header("Content-Transfer-Encoding", "base64").line("");
        write(calendar.base64());
        line("").line("--" + boundary + "--");
        return message.toByteArray();
    }

    private void multipart(String kind, String boundary) {
        header("Content-Type", "multipart/" + kind + ";" + LINE_END + " boundary=\"" + boundary + "\"");
    }

    // Quoted-printable whatever the text: an encoding that depends on the words would be one more thing to go wrong.
    private void part(String boundary, String type, Encoded quoted) {
        line("").line("--" + boundary);
        header("Content-Type", type + "; charset=UTF-8");
        header("Content-Transfer-Encoding", "quoted-printable").line("");
        write(quoted);
    }

    private void write(Encoded content) {
        message.writeBytes(content.ascii().getBytes(US_ASCII));
    }

    private MimeFormat line(String line) {
        message.writeBytes((line + LINE_END).getBytes(US_ASCII));
        return this;
    }
}
