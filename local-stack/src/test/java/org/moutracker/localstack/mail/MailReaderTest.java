package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailReaderTest {
    private static final String TWO_TEXTS_AND_A_CALENDAR = """
            From: MoU Tracker <alerts@mou.example>
            To: Ayesha <ayesha@health.example.pk>
            Subject: =?UTF-8?Q?In_14_days:_Pakistan=E2=80=93Palestine?=
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            by Friday =E2=80=93 soon
            --inner
            Content-Type: text/html; charset=utf-8

            <p>by Friday</p>
            --inner--
            --outer
            Content-Type: text/calendar; name="deadline.ics"
            Content-Disposition: attachment; filename="deadline.ics"
            Content-Transfer-Encoding: base64

            QkVHSU4=
            --outer--
            """;

    @TempDir
    private Path folder = Path.of("replaced before each test");

    @Test
    void finds_both_texts_the_headers_and_the_attachments() throws IOException {
        var mail = read(TWO_TEXTS_AND_A_CALENDAR);
        assertThat(mail.to()).containsExactly("ayesha@health.example.pk");
        assertThat(mail.from()).isEqualTo("MoU Tracker <alerts@mou.example>");
        assertThat(mail.subject()).isEqualTo("In 14 days: Pakistan–Palestine");
        assertThat(mail.header("subject")).isEqualTo("In 14 days: Pakistan–Palestine");
        assertThat(mail.text()).isEqualTo("by Friday – soon");
        assertThat(mail.html()).isEqualTo("<p>by Friday</p>");
        assertThat(mail.attachments())
                .containsExactly(new ReceivedMail.Attachment(
                        "deadline.ics", "text/calendar; name=\"deadline.ics\"", 5, "/api/messages/1/attachments/0"));
    }

    @Test
    void shows_a_broken_mail_as_it_came() throws IOException {
        var mail = read("Subject: =?UTF-8?B?broken\nContent-Type: multipart/mixed; boundary=\n\nsome text");
        assertThat(mail.subject()).isEqualTo("=?UTF-8?B?broken");
        assertThat(mail.text()).contains("some text");
        assertThat(mail.html()).isNull();
    }

    @Test
    void reads_a_text_in_an_alphabet_that_nobody_knows() throws IOException {
        assertThat(read("Content-Type: text/plain; charset=klingon\n\ntext").text())
                .isEqualTo("text");
        assertThat(read("").subject()).isEmpty();
    }

    private ReceivedMail read(String message) throws IOException {
        var mailbox = Mailbox.open(folder, false);
        var lines = StoredMail.lines("bounces@mou.example", List.of("ayesha@health.example.pk"), Instant.EPOCH, null);
        var bytes = message.replace("\n", "\r\n").getBytes(ISO_8859_1);
        return MailReader.read(mailbox.read(mailbox.add(lines, new ByteArrayInputStream(bytes)))
                .orElseThrow());
    }
}
