package org.moutracker.agreements.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldedNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ministry of Health                       | MINISTRY OF  HEALTH
                    Ministère de la Santé                    | ministere de la sante
                    Life Rehealth Technology Co., Ltd.       | Life Rehealth Technology
                    Life Rehealth Technology (Pvt.) Limited  | Life Rehealth Technology
                    Siemens A.G.                             | Siemens AG
                    Ｂｅｉｊｉｎｇ　Ａｎｌｏｎｇ                  | Beijing Anlong
                    Straße & Weg GmbH                        | Strasse Weg
                    Łódź University                          | Lodz University
                    وِزَارَةُ الصِّحَّة                              | وزارة الصحة
                    إدارة الأدوية                            | ادارة الادوية
                    وزارة الصحة                              | وزاره الصحه
                    شركة النور المحدودة                      | النور
                    وزارتِ صحت                               | وزارت صحت
                    كراچی                                    | کراچي
                    北京安龙基因医学技术有限公司               | 北京安龙基因医学技术
                    Unit ١٢                                  | Unit 12
                    """)
    void names_that_are_written_in_different_ways_fold_alike(String one, String other) {
        assertThat(FoldedName.of(one)).isEqualTo(FoldedName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Ministry of Health, Ministry of Defence",
        "وزارة الصحة, وزارة الدفاع",
        "卫生部, 国防部",
        "Company of Karachi, Company of Lahore"
    })
    void different_names_stay_different(String one, String other) {
        assertThat(FoldedName.of(one)).isNotEqualTo(FoldedName.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"وزارة الصحة", "وزارت صحت", "卫生部", "Министерство здравоохранения", "保健省", "보건부"})
    void a_name_in_any_script_folds_to_latin_letters_and_digits(String name) {
        assertThat(FoldedName.of(name)).matches("[a-z0-9 ]+");
    }

    @Test
    void a_name_of_nothing_but_what_says_nothing_keeps_it() {
        assertThat(FoldedName.of("The Company")).isEqualTo("the company");
        assertThat(FoldedName.of("!!!")).isEmpty();
    }
}
