package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleInWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'kind': 'WITHIN', 'period': 'P1Y6M'}           | Within 1 year and 6 months after the last signature.
            {'kind': 'ON_DAY', 'period': 'P30D'}            | With the start of the day that is 30 days after the last signature.
            {'kind': 'ON_DAY', 'period': 'P0D'}             | With the start of the day of the last signature.
            {'kind': 'AT_LEAST_BEFORE', 'period': 'P6M'}    | At least 6 months before the last signature.
            {'kind': 'CLEAR_DAYS_BEFORE', 'days': 14}       | 14 whole days before the last signature.
            {'kind': 'FIRST_OF_MONTH', 'n': 2}              | With the start of the first day of the 2nd month after the month of the last signature.
            {'kind': 'END_OF_MONTH', 'n': 0}                | By the last day of the month of the last signature.
            {'kind': 'END_OF_YEAR', 'n': 1}                 | By 31 December of the 1st year after the year of the last signature.
            {'kind': 'END_OF_FISCAL_YEAR', 'lastMonth': 6}  | By the end of the fiscal year, which ends with June, of the last signature.
            {'kind': 'TERM', 'period': 'P5Y'}               | In force for 5 years from the last signature.
            {'kind': 'RENEWED', 'period': 'P1Y', 'times': 3} | Renewed 3 times for 1 year from the last signature.
            {'kind': 'OCCURRENCE', 'every': 'P1Y', 'k': 2}  | The 2nd time of what recurs every year, counted from the last signature.
            {'kind': 'SAME_DAY'}                            | By the end of the day of the last signature.
            {'kind': 'ELAPSED', 'duration': 'PT24H', 'hourExcluded': true} | Within 24 hours after the last signature, its own hour not counted.
            {'kind': 'VAGUE', 'words': 'promptly'}          | “promptly”, which names no day, from the last signature.
            {'kind': 'TERM', 'period': 'P5Y'}, {'kind': 'AT_LEAST_BEFORE', 'period': 'P6M'} | At least 6 months before the day given by (in force for 5 years from the last signature).
            """)
    void every_step_is_said_in_words(String steps, String sentence) {
        assertThat(Json.fromSignature("[" + steps + "]").inWords()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'on': '2026-03-31'}                                        | By the end of 2026-03-31.
            {'allOf': [{'event': 'SIGNATURE'}, {'event': 'EXPIRY'}]}    | By the end of the day of the latest of (the last signature, the expiry).
            {'anyOf': [{'event': 'SIGNATURE'}, {'on': '2026-03-31'}]}   | By the end of the day of the earliest of (the last signature, 2026-03-31).
            {'deadline': 'D1', 'when': 'DUE'}                           | By the end of the last day of deadline D1.
            {'deadline': 'D1', 'when': 'MET'}                           | By the end of the day on which deadline D1 was met.
            """)
    void every_anchor_is_said_in_words(String anchor, String sentence) {
        assertThat(Json.rule("{'anchor': " + anchor + ", 'steps': []}").inWords())
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'startDay': 'INCLUDED'                                      | ; the day of the event is day 1.
            'monthCounting': 'EXCLUDED', 'monthEnd': 'STICKY'           | ; the end of a month stays the end of a month; the day before the corresponding date is the last.
            'closeOfBusiness': '16:00', 'clock': {'zones': ['Asia/Karachi']} | ; the day ends at 16:00; by the clock of Asia/Karachi.
            'clock': {'mode': 'LATEST', 'zones': ['Asia/Karachi', 'Asia/Hebron']} | ; over when the day is over in all of Asia/Karachi, Asia/Hebron.
            'calendars': {'mode': 'ANY_OPEN', 'authorities': ['PK', 'PS']}, 'roll': 'PRECEDING' | ; a closed day moves to the one before that is open in PK or PS.
            'calendars': {'authorities': ['PK']}, 'minimumWorkingDays': 2 | ; working days are those of PK; it holds at least 2 working days.
            """)
    void every_choice_is_said_in_words(String choice, String ending) {
        assertThat(Json.fromSignature("[{'kind': 'WITHIN', 'period': 'P1M'}], " + choice)
                        .inWords())
                .isEqualTo("Within 1 month after the last signature" + ending);
    }
}
