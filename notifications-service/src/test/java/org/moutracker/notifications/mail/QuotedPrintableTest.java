package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotedPrintableTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, delimiter = '|', textBlock = """
            plain words|plain words
            a = b|a =3D b
            Grüße|Gr=C3=BC=C3=9Fe
            ends in a blank |ends in a blank=20
            ~tilde|~tilde
            """)
    void what_every_server_lets_through_stays_as_it_is(String text, String quoted) {
        assertThat(new String(QuotedPrintable.of(text.getBytes(UTF_8)), UTF_8)).isEqualTo(quoted);
    }

    @Test
    void it_is_the_same_to_the_octet_as_what_the_library_writes() throws Exception {
        var random = new Random(1);
        var signs = new String[] {
            "a", "Z", " ", "  ", "=", "\t", "é", "م", "会", "\r\n", " \r\n", ".", "~", "\u007f", "😀", "--"
        };
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(300); i > 0; i--) {
                text.append(signs[random.nextInt(signs.length)]);
            }
            var octets = text.toString().getBytes(UTF_8);

            assertThat(QuotedPrintable.of(octets)).as("%s", text).isEqualTo(byTheLibrary(octets));
        }
    }

    private static byte[] byTheLibrary(byte[] text) throws IOException, MessagingException {
        var written = new ByteArrayOutputStream();
        var encoder = MimeUtility.encode(written, "quoted-printable");
        encoder.write(text);
        encoder.flush();
        return written.toByteArray();
    }
}
