package org.moutracker.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WriteDigestTest {

    private static final LocalDate DAY = LocalDate.of(2025, 10, 3);

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 0, today",
        "ENGLISH, 1, tomorrow",
        "ENGLISH, 2, in 2 days",
        "ENGLISH, -1, yesterday",
        "ENGLISH, -3, 3 days ago",
        "URDU, 1, کل",
        "URDU, 5, 5 دنوں میں",
        "ARABIC, 1, غدًا",
        "ARABIC, 2, بعد يومين",
        "ARABIC, 3, بعد 3 أيام",
        "ARABIC, 11, بعد 11 يومًا",
        "ARABIC, 100, بعد 100 يوم",
        "ARABIC, -2, قبل يومين",
        "CHINESE, 1, 明天",
        "CHINESE, 7, 还有 7 天"
    })
    void how_far_a_day_is_off_is_said_in_the_plural_of_its_language(Language language, int days, String said) {
        assertThat(Phrases.<String>lend(language, phrases -> WriteDigest.left(DAY, DAY.plusDays(days), phrases)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 1, and one more",
        "ENGLISH, 12, and 12 more",
        "ARABIC, 2, وموعدان آخران",
        "ARABIC, 3, و3 مواعيد أخرى",
        "CHINESE, 12, 以及另外 12 项"
    })
    void how_many_more_there_are_too(Language language, int count, String said) {
        assertThat(Phrases.<String>lend(language, phrases -> phrases.count("digestMore", count)))
                .isEqualTo(said);
    }
}
