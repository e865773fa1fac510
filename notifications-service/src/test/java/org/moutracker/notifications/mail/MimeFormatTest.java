package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MimeFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain",
                "T-14: Establish the Pakistan–Palestine Health Working Group – due Friday, 17 October 2025",
                "اجتماع اللجنة المشتركة للصحة والتعليم العالي والبحث العلمي في إسلام آباد",
                "𝄞😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "a = b; =_5d3ac1f0 =3D\n.\n..\n--=_ \n trailing \t\n\n",
            })
    void what_is_written_is_what_is_read(String words) throws Exception {
        var subject = words.replaceAll("\\s+", " ").strip();
        var read = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(written(subject, words, words)));

        assertThat(read.getSubject()).isEqualTo(subject);
        var parts = (MimeMultipart) read.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        for (var number = 0; number < 2; number++) {
            assertThat(String.valueOf(parts.getBodyPart(number).getContent()).replace("\r\n", "\n"))
                    .isEqualTo(words);
        }
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void every_line_is_short_enough_and_of_letters_that_every_server_knows() {
        var message = new String(written("Größe ".repeat(60), "ع".repeat(3000), "x".repeat(3000)), ISO_8859_1);

        assertThat(message.lines()).allMatch(line -> line.length() <= 78 + "Subject: ".length());
        assertThat(message.chars()).allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 0x7F));
        assertThat(message.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void the_same_words_are_the_same_bytes() {
        assertThat(written("Größe", "Text", "<p>")).isEqualTo(written("Größe", "Text", "<p>"));
    }

    private static byte[] written(String subject, String text, String html) {
        return new MimeFormat(new UUID(0, 1))
                .header("Subject", MimeFormat.words("Subject", subject))
                .parts(QuotedPrintable.of(text), QuotedPrintable.of(html));
    }
}
