package org.moutracker.agreements.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    @Test
    void a_text_gives_its_words_at_their_places_and_texts_keep_apart() {
        assertThat(Words.vector(List.of("PK-PS 2025", "Health"))).isEqualTo("'pk':1 'ps':2 '2025':3 'health':6");
    }

    @Test
    void a_script_without_spaces_gives_pairs_of_signs() {
        assertThat(Words.vector(List.of("癌症医学MoU"))).isEqualTo("'癌症':1 '症医':2 '医学':3 '学':4 'mou':5");
    }

    @Test
    void every_word_must_be_found_and_may_go_on() {
        assertThat(Words.query(" Health  coop ")).isEqualTo("'health':* & 'coop':*");
    }

    @Test
    void what_is_joined_is_looked_for_in_a_row() {
        assertThat(Words.query("PK-PS-2025")).isEqualTo("'pk' <-> 'ps' <-> '2025':*");
        assertThat(Words.query("d'Ivoire")).isEqualTo("'d' <-> 'ivoire':*");
    }

    @Test
    void signs_without_spaces_are_looked_for_in_a_row_and_one_alone_as_a_beginning() {
        assertThat(Words.query("癌症医学")).isEqualTo("'癌症' <-> '症医' <-> '医学'");
        assertThat(Words.query("医")).isEqualTo("'医':*");
    }

    @Test
    void the_article_of_arabic_does_not_count() {
        assertThat(Words.query("الصحة")).isEqualTo(Words.query("صحة"));
        assertThat(Words.query("والصحة للتعاون")).isEqualTo(Words.query("صحة تعاون"));
        assertThat(Words.query("الله")).isEqualTo("'الله':*");
    }

    @Test
    void signs_alone_are_no_words() {
        assertThat(Words.query(" % ' & | ! \\ ")).isEmpty();
        assertThat(Words.query("'a' | !b\\")).isEqualTo("'a':* & 'b':*");
    }

    @Test
    void the_longest_word_is_cut_alike_on_both_sides() {
        var longest = "x".repeat(5_000);

        assertThat(Words.vector(List.of(longest))).isEqualTo("'" + "x".repeat(100) + "':1");
        assertThat(Words.query(longest)).isEqualTo("'" + "x".repeat(100) + "':*");
    }
}
