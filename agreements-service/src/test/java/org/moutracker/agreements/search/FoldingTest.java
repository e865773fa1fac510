package org.moutracker.agreements.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldingTest {

    @ParameterizedTest(name = "{0} and {1} are the same")
    @CsvSource({
        "Ministère de la Santé, MINISTERE DE LA SANTE",
        "Coopération, Coope\u0301ration",
        "Straße, STRASSE",
        "İstanbul Łódź Øresund, istanbul lodz oresund",
        "Ｈｅａｌｔｈ　２０２５, health 2025",
        "مُذَكِّرَةُ تَفاهُم, مذكرة تفاهم",
        "إتفاقية أطباء آسيا, اتفاقيه اطبا اسيا",
        "مستشفى, مستشفي",
        "صـــحة, صحة",
        "ﺻﺤﺔ, صحة",
        "پاکستان کی وزارتِ صحت, پاكستان كي وزارت صحت",
        "مفاہمت, مفاهمت",
        "وزراء, وزرا",
        "سنة ٢٠٢٥, سنة 2025",
        "سال ۲۰۲۵, سال 2025",
        "می‌شود, میشود",
        "Ὀδυσσεύς, οδυσσευσ",
        "Þór Æsir Ðorđe Ħal Œuvre, thor aesir dorde hal oeuvre",
        "Diyarbakır, diyarbakir",
        "ٱلصحة, الصحة",
        "یوې ڪوم, يوي كوم",
        "عملے میں, عملي مين",
        "صۃ ھە, صه هه",
    })
    void what_is_written_differently_and_read_alike_is_the_same(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void different_letters_stay_different() {
        assertThat(Folding.fold("ٹ")).isNotEqualTo(Folding.fold("ت"));
        assertThat(Folding.fold("医学")).isNotEqualTo(Folding.fold("医药"));
    }

    @Test
    void in_a_name_spaces_count_once() {
        assertThat(Folding.foldName("  Organ \u00a0  Transplant\n")).isEqualTo("organ transplant");
    }
}
