package org.moutracker.agreements.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zuhair Zaid | ZUHAIR  ZAID",
                "Zuhair Zaid | Zuhair\u00a0Zaid",
                "Pakistan–Palestine Health Working Group | Pakistan-Palestine Health Working Group",
                "Côte d’Ivoire | Cote d'Ivoire",
                "ﬁnance | finance",
                "زُهَيْر | زهير",
                "زهـــير | زهير",
                "中国 | 中国",
            })
    void how_a_text_is_set_makes_no_difference(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zuhair Zaid | Zuhair Dar Zaid",
                "Zuhair Zaid | Zuhair Zayd",
                "की | कु",
                "中国 | 中國",
                "5 years | 6 years",
            })
    void another_text_is_another(String one, String other) {
        assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
    }
}
