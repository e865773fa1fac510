package org.moutracker.notifications.mail;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.WorkingCalendar;

/** What the engine says today must be known in all languages; a sentence that it words anew fails here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineSentencesTest {

    private static final Facts FACTS = Facts.parse(Map.of("SIGNATURE", "2025-09-17", "EXPIRY", "2026-08-31"), null);
    private static final Calendars CALENDARS = Calendars.of(List.of(
            calendar("{'authority': 'PK', 'weekend': [6, 7], 'closed': []}"),
            calendar(
                    "{'authority': 'PS', 'weekend': [5, 6], 'closed': [{'date': '2025-10-20', 'name': 'Some Day'}]}")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'steps': [{'kind': 'WITHIN', 'period': 'P30D'}]",
                "'steps': [{'kind': 'WITHIN', 'period': 'P3M'}]",
                "'steps': [{'kind': 'WITHIN', 'period': 'P30D'}], 'calendars': {'mode': 'ALL_OPEN', 'authorities': ['PK', 'PS']}",
                "'steps': [{'kind': 'WITHIN', 'period': 'P30D'}], 'calendars': {'mode': 'ANY_OPEN', 'authorities': ['PK', 'PS']}, 'roll': 'FOLLOWING'",
                "'steps': [{'kind': 'WITHIN', 'period': 'P30D'}], 'calendars': {'mode': 'ALL_OPEN', 'authorities': ['PK', 'PS']}, 'roll': 'FOLLOWING'",
                "'steps': [{'kind': 'WITHIN', 'period': 'P5D'}], 'calendars': {'mode': 'ALL_OPEN', 'authorities': ['PS']}, 'minimumWorkingDays': 5",
                "'steps': [{'kind': 'TERM', 'period': 'P2Y'}]",
                "'steps': [{'kind': 'AT_LEAST_BEFORE', 'period': 'P6M'}], 'anchor': {'event': 'EXPIRY'}",
                "'steps': [{'kind': 'CLEAR_DAYS_BEFORE', 'days': 14}]",
                "'steps': [{'kind': 'WORKING_DAYS', 'days': 10}], 'calendars': {'authorities': ['PK']}",
                "'steps': [{'kind': 'SAME_DAY'}]",
                "'steps': [{'kind': 'WITHIN', 'period': 'P30D'}], 'clock': {'mode': 'LATEST', 'zones': ['Asia/Karachi', 'Asia/Hebron']}",
                "'steps': [{'kind': 'WITHIN', 'period': 'P30D'}], 'clock': {'mode': 'EARLIEST', 'zones': ['Asia/Karachi', 'Asia/Hebron']}",
                "'steps': []",
            })
    void every_sentence_about_a_common_rule_is_known(String rule) throws JsonProcessingException {
        var anchor = rule.contains("anchor") ? "" : "'anchor': {'event': 'SIGNATURE'}, ";
        var explained = Rule.parse(json("{" + anchor + rule + "}"))
                .evaluate(FACTS, CALENDARS)
                .explanation();

        assertThat(explained).isNotEmpty();
        for (var step : explained) {
            assertThat(Arrays.stream(Language.values())
                            .map(language ->
                                    String.valueOf(new EngineSentences(new Phrases(language)).say(step.because())))
                            .collect(toSet()))
                    .as(step.toString())
                    .doesNotContain("null")
                    .hasSize(Language.values().length);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | closed in PS (Some Day) and PK; the next day open in PK and PS is Tuesday, 21 October 2025
            URDU    | [PS (Some Day)] اور [PK] میں تعطیل؛ [PK] اور [PS] میں اگلا کھلا دن منگل، 21 اکتوبر، 2025 ہے
            ARABIC  | عطلة لدى [PS (Some Day)] و[PK]؛ يوم العمل التالي لدى [PK] و[PS] هو الثلاثاء، 21 تشرين الأول 2025
            CHINESE | PS (Some Day) 和 PK 休息；PK 和 PS 的下一个工作日为2025年10月21日星期二
            """)
    void codes_and_names_of_holidays_stay_and_dates_are_the_readers(Language language, String said) {
        assertThat(new EngineSentences(new Phrases(language))
                        .say("a Monday, closed in PS (Some Day) and PK; next day open in PK and PS is Tue 2025-10-21"))
                .isEqualTo(said.replace('[', '\u2068').replace(']', '\u2069'));
    }

    @Test
    void what_is_not_known_as_a_whole_is_not_said_in_part() {
        var sentences = new EngineSentences(new Phrases(Language.ARABIC));

        assertThat(sentences.say("the day of the event is not counted; but the moon is"))
                .isNull();
        assertThat(sentences.say("a Friday, closed in the whole world")).isNull();
        assertThat(sentences.say("30 days after 2025-13-45")).isNull();
        assertThat(sentences.say("extended: <b>\u202Eby letter\u202C")).isEqualTo("مُدّد: \u2068<b> by letter\u2069");
    }

    private static WorkingCalendar calendar(String text) {
        try {
            return WorkingCalendar.parse(json(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> json(String text) throws JsonProcessingException {
        return new ObjectMapper().readValue(text.replace('\'', '"'), new TypeReference<>() {});
    }
}
