package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownTextTest {

    @Test
    void what_turns_the_direction_of_writing_is_left_out() {
        assertThat(ShownText.of("a\u202Eb\u202Cc\u2066d\u2069e\u200Ff\u061Cg")).isEqualTo("abcdefg");
    }

    @Test
    void what_controls_a_terminal_or_is_no_character_is_left_out() {
        assertThat(ShownText.of("a\u0000b\u001B[1mc\uD800d\uFEFFe\uE000f")).isEqualTo("ab[1mcdef");
    }

    @Test
    void a_line_stays_one_line() {
        assertThat(ShownText.of(" one\ntwo\tthree\u2028four ")).isEqualTo("one two three four");
    }

    @Test
    void names_in_any_script_and_the_joiners_of_urdu_stay() {
        for (var name : new String[] {"آئی\u200Cسی\u200Dیو", "رنا صالح", "李明", "Zoë O'Neil-Kütük 😀", "नेहा"}) {
            assertThat(ShownText.of(name)).isEqualTo(name);
        }
    }
}
