package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.notifications.workinggroup.Role;
import org.moutracker.timerules.AnchorEvent;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhrasesTest {

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 1, one day",
        "ENGLISH, 2, 2 days",
        "URDU, 1, ایک دن",
        "URDU, 2, 2 دن",
        "ARABIC, 1, يوم واحد",
        "ARABIC, 2, يومين",
        "ARABIC, 3, 3 أيام",
        "ARABIC, 10, 10 أيام",
        "ARABIC, 11, 11 يومًا",
        "ARABIC, 30, 30 يومًا",
        "ARABIC, 100, 100 يوم",
        "CHINESE, 1, 1 天",
        "CHINESE, 2, 2 天"
    })
    void days_are_counted_as_the_language_counts(Language language, int days, String words) {
        assertThat(new Phrases(language).count("days", days)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | Friday, 17 October 2025, 24:00 (UTC+03:00) | Hebron
            URDU    | جمعہ، 17 اکتوبر، 2025، 24:00 بجے (\u2068UTC+03:00\u2069) | ہیبرون
            ARABIC  | الجمعة، 17 تشرين الأول 2025، الساعة 24:00 (\u2068UTC+03:00\u2069) | الخليل
            CHINESE | 2025年10月17日星期五 24:00（UTC+03:00） | 希伯伦
            """)
    void the_end_of_a_day_is_written_as_the_language_writes_it_on_the_clocks_of_a_zone(
            Language language, String end, String city) {
        var phrases = new Phrases(language);
        var hebron = ZoneId.of("Asia/Hebron");

        assertThat(new Clocks(phrases).end(Instant.parse("2025-10-17T21:00:00Z"), hebron))
                .isEqualTo(end);
        assertThat(phrases.city(hebron)).isEqualTo(city);
        assertThat(phrases.city(ZoneId.of("UTC"))).isEqualTo("UTC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | WITHIN P30D                          | within 30 days
            ENGLISH | WITHIN P1M                           | within one month
            ENGLISH | TERM P1Y6M                           | a term of one year, 6 months
            ENGLISH | WORKING_DAYS -5                      | 5 working days before
            ENGLISH | RENEWED P2Y 3 times                  | renewed for 2 years, 3 times
            ENGLISH | OCCURRENCE 3 EVERY P6M               | every 6 months, no. 3
            ENGLISH | ELAPSED PT72H                        | 72 hours of real time
            ENGLISH | ROLL FOLLOWING                       | if closed, the next open day
            ENGLISH | LATEST OF SIGNATURE, ON 2025-09-17   | the latest of: signature, a set day
            ENGLISH | DEADLINE 01995778-5a80-7000-8000-00000000d001 MET | another deadline
            ENGLISH | SOMETHING_NEW P3D                    | SOMETHING_NEW P3D
            ENGLISH | WITHIN reason                        | WITHIN reason
            ARABIC  | WITHIN P2D                           | خلال يومين
            ARABIC  | WITHIN P30D                          | خلال 30 يومًا
            ARABIC  | SOMETHING_NEW                        | \u2068SOMETHING_NEW\u2069
            URDU    | WITHIN P30D                          | 30 دن کے اندر
            CHINESE | WITHIN P30D                          | 30 天之内
            """)
    void a_step_of_a_reckoning_is_said_in_words_and_one_that_is_not_known_stays(
            Language language, String label, String words) {
        assertThat(new ReasonInWords(new Phrases(language)).step(label)).isEqualTo(words);
    }

    @Test
    void only_what_runs_the_other_way_is_set_apart() {
        assertThat(Isolate.of("Ayesha Khan (2025)", Language.ENGLISH)).isEqualTo("Ayesha Khan (2025)");
        assertThat(Isolate.of("رنا صالح", Language.ENGLISH)).isEqualTo("\u2068رنا صالح\u2069");
        assertThat(Isolate.of("李明", Language.CHINESE)).isEqualTo("李明");
        assertThat(Isolate.of("رنا صالح", Language.ARABIC)).isEqualTo("رنا صالح");
        assertThat(Isolate.of("PK-PS-2025", Language.ARABIC)).isEqualTo("\u2068PK-PS-2025\u2069");
        assertThat(Isolate.of("2025-10-17", Language.URDU)).isEqualTo("\u20682025-10-17\u2069");
        assertThat(new Phrases(Language.ARABIC).inside("a\u202Eb\u2066c\r\nd")).isEqualTo("\u2068a b c d\u2069");
    }

    @Test
    void a_day_is_whole_in_every_language() {
        assertThat(Stream.of(Language.values()).map(language -> new Phrases(language).day(LocalDate.of(2025, 10, 17))))
                .containsExactly(
                        "Friday, 17 October 2025",
                        "جمعہ، 17 اکتوبر، 2025",
                        "الجمعة، 17 تشرين الأول 2025",
                        "2025年10月17日星期五");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_phrases_with_the_same_arguments_and_cases(Language language) {
        assertThat(cases(language)).isEqualTo(cases(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatever_is_counted_has_a_form_for_every_number(Language language) {
        var rules = PluralRules.forLocale(ULocale.forLocale(language.formats()));
        patterns(language)
                .forEach((key, pattern) -> arguments(pattern, ArgType.PLURAL, (start, cases) -> {
                    for (var keyword : rules.getKeywords()) {
                        var one = "=" + (long) rules.getUniqueKeywordValue(keyword);
                        assertThat(cases.contains(keyword) || cases.contains(one))
                                .as(key + ": " + keyword)
                                .isTrue();
                    }
                }));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_that_there_is_has_a_name(Language language) {
        var phrases = new Phrases(language);
        var reasons = new ReasonInWords(phrases);
        var names = Stream.of(
                        Arrays.stream(Role.values()).map(role -> phrases.name("role", role.name())),
                        Stream.of("INSTRUMENT_CLAUSE", "ANNEX", "GROUP_DECISION", "OFFICIAL_STATEMENT")
                                .map(basis -> phrases.name("basis", basis)),
                        Arrays.stream(AnchorEvent.values()).map(anchor -> reasons.step(anchor.name())))
                .flatMap(all -> all);

        assertThat(names).allSatisfy(name -> assertThat(name).isNotBlank().doesNotMatch(".*[A-Z]{3}.*"));
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void what_nobody_who_grew_up_with_it_has_read_says_so(Language language) throws Exception {
        try (var file = Phrases.class.getResourceAsStream("phrases_%s.properties".formatted(language.tag()))) {
            assertThat(new String(requireNonNull(file).readAllBytes(), UTF_8))
                    .startsWith("# Not yet reviewed by somebody who grew up with ");
        }
    }

    private static Map<String, MessagePattern> patterns(Language language) {
        var texts = Phrases.texts(language);
        return texts.stringPropertyNames().stream()
                .collect(toMap(key -> key, key -> new MessagePattern(texts.getProperty(key))));
    }

    /** The arguments, and the cases of a choice between codes; which plurals there are is the language's own. */
    private static Map<String, Set<String>> cases(Language language) {
        return patterns(language).entrySet().stream().collect(toMap(Map.Entry::getKey, one -> {
            var found = new TreeSet<String>();
            var pattern = one.getValue();
            for (var part = 0; part < pattern.countParts(); part++) {
                if (pattern.getPart(part).getType() == MessagePattern.Part.Type.ARG_NAME) {
                    found.add(pattern.getSubstring(pattern.getPart(part)));
                }
            }
            arguments(pattern, ArgType.SELECT, (name, selectors) -> found.add(name + selectors));
            return found;
        }));
    }

    /** Every argument of a type, by its name, with its cases. */
    private static void arguments(MessagePattern pattern, ArgType type, BiConsumer<String, Set<String>> each) {
        for (var start = 0; start < pattern.countParts(); start++) {
            var part = pattern.getPart(start);
            if (part.getType() == MessagePattern.Part.Type.ARG_START && part.getArgType() == type) {
                var cases = new TreeSet<String>();
                for (var next = start + 1; next < pattern.getLimitPartIndex(start); next++) {
                    if (pattern.getPart(next).getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                        cases.add(pattern.getSubstring(pattern.getPart(next)));
                        while (pattern.getPart(next).getType() != MessagePattern.Part.Type.MSG_START) {
                            next++;
                        }
                        next = pattern.getLimitPartIndex(next);
                    }
                }
                each.accept(pattern.getSubstring(pattern.getPart(start + 1)), cases);
            }
        }
    }
}
