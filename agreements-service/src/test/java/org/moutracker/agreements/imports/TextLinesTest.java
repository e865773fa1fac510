package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextLinesTest {

    @Test
    void lines_end_as_on_any_system_and_the_last_may_have_no_end() {
        assertThat(all("a\r\nb\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(all("a\n")).containsExactly("a");
        assertThat(all("")).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_line() {
        assertThat(all("\ufeffa\n\ufeffb")).containsExactly("a", "\ufeffb");
    }

    @Test
    void a_letter_that_two_pieces_share_stays_whole() {
        var long1 = "ا".repeat(70_000);
        assertThat(all("x" + long1 + "\n" + long1)).containsExactly("x" + long1, long1);
    }

    @Test
    void what_is_not_utf_8_is_refused_with_its_line() {
        var bytes = "a\nb\nc".getBytes(UTF_8);
        bytes[4] = (byte) 0xe9;

        assertThatThrownBy(() -> all(bytes))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void a_line_that_is_too_long_is_refused_before_it_is_in_memory() {
        assertThat(all("a".repeat(TextLines.LONGEST))).hasSize(1);
        assertThatThrownBy(() -> all("b\n" + "a".repeat(TextLines.LONGEST + 1)))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("is longer than 1048576 bytes");
    }

    private static List<String> all(String text) {
        return all(text.getBytes(UTF_8));
    }

    private static List<String> all(byte[] bytes) {
        var lines = new TextLines(new ByteArrayInputStream(bytes));
        var all = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }
}
