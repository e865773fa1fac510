package org.moutracker.platform.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldedLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "ع", "中", "😀", "aé中😀"})
    void no_line_has_more_than_75_octets_and_no_character_is_cut(String part) {
        for (var length = 0; length < 200; length++) {
            var line = "SUMMARY:" + "x".repeat(length % 7) + part.repeat(length);

            var folded = new String(FoldedLines.of(line + "\r\n"), UTF_8);

            assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
            assertThat(Arrays.stream(folded.split("\r\n", -1))).allMatch(piece -> piece.getBytes(UTF_8).length <= 75);
        }
    }
}
