package org.moutracker.notifications.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.notifications.reply.ReplyMail.CalendarPart;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyMailTest {

    private static final String CALENDAR =
            Replies.google("meeting-1@x", 0, "ayesha@health.example", "ACCEPTED", "20251027T092900Z");

    @Test
    void a_mail_of_google_has_the_calendar_twice() throws Exception {
        var mail = read(Replies.googleMail("Ayesha Khan <ayesha@health.example>", CALENDAR));

        assertThat(mail.from()).isEqualTo("ayesha@health.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2025-10-27T09:29:10Z"));
        assertThat(mail.calendars()).extracting(CalendarPart::method).containsExactly("REPLY", "");
        assertThat(mail.calendars())
                .allSatisfy(part -> assertThat(part.content().strip()).isEqualTo(CALENDAR.strip()));
    }

    @Test
    void a_mail_of_outlook_is_read_without_a_method_on_its_part() throws Exception {
        var mail = read(Replies.outlookMail("zuhair@health.example", CALENDAR));

        assertThat(mail.from()).isEqualTo("zuhair@health.example");
        assertThat(mail.calendars()).containsExactly(new CalendarPart("", CALENDAR));
    }

    @Test
    void a_mail_that_is_nothing_but_a_calendar_is_read_in_its_charset() throws Exception {
        var text = "BEGIN:VCALENDAR\r\nSUMMARY:é\r\nEND:VCALENDAR";
        for (var charset : new String[] {"; charset=iso-8859-1", "; charset=no-such-charset", ""}) {
            var head = "From: a@b.example\r\nContent-Type: text/calendar; METHOD=reply" + charset
                    + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
            var mail = ReplyMail.read((head + text).getBytes(ISO_8859_1));

            assertThat(mail.calendars()).as(charset).containsExactly(new CalendarPart("REPLY", text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From: a@b.example, c@d.example\r\n\r\ntext",
                "From: \r\nContent-Type: nonsense;;;=\r\n\r\ntext",
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nnever ends"
            })
    void a_mail_without_a_calendar_or_an_author_has_none(String mail) throws Exception {
        var read = read(mail);

        assertThat(read.calendars()).isEmpty();
        assertThat(read.from()).isNull();
    }

    @Test
    void a_mail_of_boxes_in_boxes_ends() throws Exception {
        var mail = new StringBuilder("From: a@b.example\r\n");
        for (var i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(i));
        }
        mail.append("Content-Type: text/calendar\r\n\r\n").append(CALENDAR);

        assertThat(read(mail.toString()).calendars()).isEmpty();
    }

    private static ReplyMail read(String mail) throws Exception {
        return ReplyMail.read(mail.getBytes(UTF_8));
    }
}
