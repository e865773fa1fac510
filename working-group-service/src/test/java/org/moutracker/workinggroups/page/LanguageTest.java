package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            ur    | ar    | zh                    | URDU
            -     | ar-PS | zh                    | ARABIC
            -     | -     | zh-Hans-CN, en;q=0.5  | CHINESE
            -     | -     | fr, de;q=0.9, ur;q=.1 | URDU
            -     | -     | ar;q=0, en            | ENGLISH
            fr    | de    | ur                    | URDU
            xx-   | ''    | ;;q=                  | ENGLISH
            AR-sa | -     | -                     | ARABIC
            -     | -     | *                     | ENGLISH
            -     | -     | -                     | ENGLISH
            """)
    void what_is_asked_for_wins_then_the_person_then_the_browser_then_english(
            String asked, String persons, String accepted, Language expected) {
        assertThat(Language.choose(asked, persons, accepted)).isEqualTo(expected);
    }

    @Test
    void urdu_and_arabic_are_written_from_right_to_left() {
        assertThat(Language.values())
                .filteredOn(language -> language.direction().equals("rtl"))
                .containsExactly(Language.URDU, Language.ARABIC);
    }
}
