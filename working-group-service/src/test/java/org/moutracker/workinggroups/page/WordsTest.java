package org.moutracker.workinggroups.page;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.workinggroups.deadline.DeadlineKind;
import org.moutracker.workinggroups.workinggroup.WorkingGroupStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    private static final Instant MIDNIGHT_IN_HEBRON = Instant.parse("2025-10-17T21:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 1, in 1 day",
        "ENGLISH, 12, in 12 days",
        "URDU, 1, ایک دن میں",
        "URDU, 12, 12 دنوں میں",
        "ARABIC, 1, خلال يوم واحد",
        "ARABIC, 2, خلال يومين",
        "ARABIC, 3, خلال 3 أيام",
        "ARABIC, 12, خلال 12 يومًا",
        "ARABIC, 100, خلال 100 يوم",
        "CHINESE, 1, 还有 1 天",
        "CHINESE, 12, 还有 12 天"
    })
    void days_that_are_left_are_counted_as_the_language_counts(Language language, int days, String words) {
        assertThat(new Words(language).countdown(new Countdown(Countdown.Unit.DAYS_LEFT, days)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 3 days overdue", "URDU, 3 دنوں کی تاخیر", "ARABIC, متأخر 3 أيام", "CHINESE, 已逾期 3 天"})
    void so_are_days_that_it_is_late(Language language, String words) {
        assertThat(new Words(language).countdown(new Countdown(Countdown.Unit.DAYS_LATE, 3)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | Friday, 17 October 2025 | Saturday, 18 October 2025 at 02:00   | Karachi | GMT+5
            URDU    | جمعہ، 17 اکتوبر، 2025   | ہفتہ، 18 اکتوبر، 2025 02:00         | کراچی | GMT +5
            ARABIC  | الجمعة، 17 تشرين الأول 2025 | السبت، 18 تشرين الأول 2025 في 02:00 | كراتشي | غرينتش+5
            CHINESE | 2025年10月17日星期五      | 2025年10月18日星期六 02:00           | 卡拉奇 | GMT+5
            """)
    void dates_are_written_as_the_language_writes_them_on_the_clocks_of_a_zone(
            Language language, String day, String moment, String city, String offset) {
        var words = new Words(language);
        var karachi = ZoneId.of("Asia/Karachi");

        assertThat(words.day(LocalDate.parse("2025-10-17"))).isEqualTo(day);
        assertThat(words.moment(MIDNIGHT_IN_HEBRON, karachi)).isEqualTo(moment);
        assertThat(words.city(karachi)).isEqualTo(city);
        assertThat(words.offset(MIDNIGHT_IN_HEBRON, karachi)).isEqualTo(offset);
    }

    @Test
    void the_same_instant_is_another_hour_in_the_other_capital_and_in_winter() {
        var words = new Words(Language.ENGLISH);
        var hebron = ZoneId.of("Asia/Hebron");

        assertThat(words.moment(MIDNIGHT_IN_HEBRON, hebron)).endsWith("18 October 2025 at 00:00");
        assertThat(words.offset(MIDNIGHT_IN_HEBRON, hebron)).isEqualTo("GMT+3");
        assertThat(words.offset(Instant.parse("2025-12-01T00:00:00Z"), hebron)).isEqualTo("GMT+2");
        assertThat(words.city(ZoneId.of("UTC"))).isEqualTo("UTC");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_patterns_with_the_same_arguments_and_cases(Language language) {
        assertThat(patterns(language)).isEqualTo(patterns(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_that_there_is_has_a_name(Language language) {
        var codes = Map.of(
                "status", names(WorkingGroupStatus.values()),
                "role", constants("workinggroup.MemberRole"),
                "seat", constants("workinggroup.MemberStatus"),
                "kind", names(DeadlineKind.values()),
                "state", names(DueState.values()),
                "meeting", constants("meeting.MeetingStatus"),
                "answer", constants("meeting.Answer"),
                "dormant", constants("workinggroup.DormantBecause"),
                "commitment",
                        Stream.of(
                                "OPEN",
                                "IN_PROGRESS",
                                "REPORTED_FULFILLED",
                                "DISPUTED",
                                "FULFILLED",
                                "PARTIALLY_FULFILLED",
                                "NOT_FULFILLED",
                                "WAIVED",
                                "SUSPENDED",
                                "CANCELLED"),
                "event", constants("decision.DecisionStatus"));
        var words = new Words(language);

        codes.forEach((of, all) -> all.forEach(code -> assertThat(words.name(of, code))
                .as("%s %s", of, code)
                .isNotBlank()
                .isNotEqualTo(code)));
    }

    @Test
    void a_code_that_is_not_known_is_shown_as_it_is() {
        assertThat(new Words(Language.URDU).name("role", "USHER")).isEqualTo("USHER");
    }

    private static Map<String, Set<String>> patterns(Language language) {
        var texts = Words.texts(language);
        return texts.stringPropertyNames().stream()
                .collect(toMap(key -> key, key -> cases(texts.getProperty(key), language)));
    }

    /** The arguments, and the cases of a choice between codes; which plurals there are is the language's own. */
    private static Set<String> cases(String pattern, Language language) {
        var found = new TreeSet<>(new MessageFormat(pattern, language.formats()).getArgumentNames());
        Pattern.compile("([A-Z][A-Z_]+) \\{").matcher(pattern).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }

    /** Those of an enum that other packages do not see. */
    private static Stream<String> constants(String name) {
        try {
            return names((Enum<?>[])
                    Class.forName("org.moutracker.workinggroups." + name).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
