package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GappedTest {

    private static final Gapped LETTER =
            Gapped.of("""
            Dear %s,

            سيُطلب منك %s
            %sZuhair Zaid, co-chair
            %sRana Saleh, secretary
            Stop: %s""".formatted(Gap.READER.sign(), Gap.DONE.sign(), Gap.peer(0), Gap.peer(1), Gap.OPT_OUT.sign()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ayesha Khan",
                "عائشہ خان",
                "",
                "x = y ",
                "李明",
                "a name of more than eighty characters, as nobody has one, but it is no reason to break a line"
            })
    void each_reader_is_told_what_is_for_him_and_nobody_of_himself(String reader) throws Exception {
        var words =
                Map.of(Gap.READER, reader, Gap.DONE, "https://example.org/a=b", Gap.OPT_OUT, "https://example.org/c");

        assertThat(decoded(LETTER.fill(new Personal(words, 1)))).isEqualTo("""
                Dear %s,

                سيُطلب منك https://example.org/a=b
                Zuhair Zaid, co-chair
                Stop: https://example.org/c""".formatted(reader));
        assertThat(decoded(LETTER.fill(new Personal(words, -1)))).contains("Zuhair Zaid", "Rana Saleh");
    }

    @Test
    void no_line_is_longer_than_a_mail_server_takes_and_all_are_in_its_letters() {
        var words = Map.of(Gap.READER, "ع".repeat(200), Gap.DONE, "x".repeat(200), Gap.OPT_OUT, "");

        var written = LETTER.fill(new Personal(words, -1)).ascii();

        assertThat(written.split("\r\n", -1)).allMatch(line -> line.length() <= 76);
        assertThat(written.chars()).allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 0x7F));
    }

    @Test
    void what_others_have_written_cannot_be_taken_for_a_gap() {
        for (var gap : Gap.values()) {
            assertThat(Words.line("a" + gap.sign() + "b")).isEqualTo("a b");
        }
        for (var place = 0; place < 12; place++) {
            assertThat(Words.line("a" + Gap.peer(place) + "b")).isEqualTo("a b");
        }
        assertThatThrownBy(() -> Gap.peer(16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void in_what_is_for_one_reader_nothing_is_taken_for_a_gap() throws Exception {
        var odd = "a" + Gap.DONE.sign() + "b" + Gap.peer(0) + "c\nd";

        assertThat(decoded(Gapped.without(odd).fill(Personal.NOTHING))).isEqualTo(odd);
    }

    @Test
    void words_of_one_reader_are_words_in_html_too() {
        var told = new Personal(Map.of(Gap.READER, "<script>\"'&"), -1).inHtml();

        assertThat(told.in(Gap.READER)).isEqualTo("&lt;script&gt;&quot;&#39;&amp;");
    }

    private static String decoded(Encoded quoted) throws Exception {
        try (var decoder =
                MimeUtility.decode(new ByteArrayInputStream(quoted.ascii().getBytes(US_ASCII)), "quoted-printable")) {
            return new String(decoder.readAllBytes(), UTF_8).replace("\r\n", "\n");
        }
    }
}
